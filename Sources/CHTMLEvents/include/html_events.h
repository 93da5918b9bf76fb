// A page in HTML as a run of events, without a word of the library that parses it: its headers bring along others that
// Swift's own libraries have in another version.
#ifndef SCHEMAGEN_HTML_EVENTS_H
#define SCHEMAGEN_HTML_EVENTS_H

/// What is told of a page, in its order. Offsets are those of the parser behind what is told, in bytes of the page.
struct schemagen_html_events {
  /// What the functions are given back.
  void *context;
  /// An element begins; 0 ends the parsing. The attributes are names and values by turns up to a null pointer.
  int (*open)(void *context, const char *name, const char *const *attributes, long offset);
  /// An element ends.
  void (*close)(void *context, const char *name, long offset);
  /// Text, character references decoded.
  void (*text)(void *context, const char *text, int count, long offset);
};

/// Parses a page in UTF-8 that begins with a byte order mark, which says so; 0 where this build has no parser.
int schemagen_html_parse(const char *bytes, int count, const struct schemagen_html_events *events);

#endif
