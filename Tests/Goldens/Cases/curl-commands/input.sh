#!/bin/sh
BASE=https://api.example.com/v1
# Send a message
# The model answers at once.
curl -sS "$BASE/messages" \
  -H "Authorization: Bearer $TOKEN" \
  --json $'{"text": "it\'s me", "tags": ["a"]}' | jq .
# 200 OK
{"id": 7, "reply": "hello"}

# Send a message, refused
curl -X POST "$BASE/messages" -H "Authorization: Bearer $TOKEN" -d '{"text": ""}'
HTTP/1.1 422 Unprocessable Entity
Content-Type: application/json
X-Request-Id: r-9

{"error": "empty"}

# Find messages
curl -G "$BASE/messages/search" --data-urlencode "q=a & b" -d limit=5 -u ada:secret
[{"id": 7}, {"id": 8, "read": true}]

# Attach a file
curl -F 'file=@mug.png;type=image/png' -F 'meta={"alt": "mug"};type=application/json' "$BASE/messages/7/files"
