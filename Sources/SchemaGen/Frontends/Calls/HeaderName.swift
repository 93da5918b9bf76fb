/// Tells the headers that an API's documentation would speak of from those that programs send by themselves.
enum HeaderName {
  /// Headers of requests and responses that belong to HTTP, to browsers and to proxies, in lower case.
  private static let transport: Set<String> = [
    "accept", "accept-charset", "accept-encoding", "accept-language", "accept-ranges", "age", "allow", "alt-svc",
    "cache-control", "connection", "content-disposition", "content-encoding", "content-language", "content-length",
    "content-location", "content-range", "content-security-policy", "content-security-policy-report-only",
    "content-type", "cookie", "date", "dnt", "expect", "expect-ct", "expires", "feature-policy", "forwarded", "from",
    "host", "keep-alive", "last-modified", "max-forwards", "nel", "origin", "p3p", "permissions-policy",
    "postman-token",
    "pragma", "priority", "proxy-authenticate", "proxy-authorization", "proxy-connection", "referer", "referrer-policy",
    "report-to", "reporting-endpoints", "server", "server-timing", "set-cookie", "set-cookie2", "status",
    "strict-transport-security", "te", "timing-allow-origin", "trailer", "transfer-encoding", "upgrade",
    "upgrade-insecure-requests", "user-agent", "vary", "via", "warning", "www-authenticate", "x-cache", "x-cache-hits",
    "x-content-type-options", "x-dns-prefetch-control", "x-download-options", "x-forwarded-for", "x-forwarded-host",
    "x-forwarded-proto", "x-frame-options", "x-permitted-cross-domain-policies", "x-powered-by", "x-real-ip",
    "x-requested-with", "x-served-by", "x-timer", "x-ua-compatible", "x-xss-protection",
  ]

  /// Whether a header belongs to the way of a message rather than to what it says.
  static func isTransport(_ name: String) -> Bool {
    let name = name.lowercased()
    return transport.contains(name)
      || [":", "sec-", "access-control-", "cf-", "x-amz-cf-"].contains(where: name.hasPrefix)
  }
}
