#include "html_events.h"

#if defined(__has_include)
#if __has_include(<libxml/HTMLparser.h>)
#define SCHEMAGEN_HAS_LIBXML2 1
#endif
#endif

#ifdef SCHEMAGEN_HAS_LIBXML2

#include <pthread.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

/// What the handlers below are given back.
struct schemagen_html_run {
  const struct schemagen_html_events *events;
  htmlParserCtxtPtr parser;
};

/// Hands the beginning of an element on.
static void schemagen_html_open(void *data, const xmlChar *name, const xmlChar **attributes) {
  struct schemagen_html_run *run = (struct schemagen_html_run *)data;
  if (!run->events->open(run->events->context, (const char *)name, (const char *const *)attributes,
                         xmlByteConsumed(run->parser)))
    xmlStopParser(run->parser);
}

/// Hands the end of an element on.
static void schemagen_html_close(void *data, const xmlChar *name) {
  struct schemagen_html_run *run = (struct schemagen_html_run *)data;
  run->events->close(run->events->context, (const char *)name, xmlByteConsumed(run->parser));
}

/// Hands text on.
static void schemagen_html_text(void *data, const xmlChar *text, int count) {
  struct schemagen_html_run *run = (struct schemagen_html_run *)data;
  run->events->text(run->events->context, (const char *)text, count, xmlByteConsumed(run->parser));
}

// Two threads that are the library's first users at once would wait for each other for ever.
static pthread_once_t schemagen_html_once = PTHREAD_ONCE_INIT;

int schemagen_html_parse(const char *bytes, int count, const struct schemagen_html_events *events) {
  pthread_once(&schemagen_html_once, xmlInitParser);
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, count);
  if (parser == NULL) return 0;
  // Nothing is fetched, nothing is printed, and no declaration within the page changes its encoding.
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_IGNORE_ENC);
  struct schemagen_html_run run = {events, parser};
  xmlSAXHandler handlers;
  memset(&handlers, 0, sizeof handlers);
  handlers.startElement = schemagen_html_open;
  handlers.endElement = schemagen_html_close;
  handlers.characters = schemagen_html_text;
  handlers.ignorableWhitespace = schemagen_html_text;
  xmlSAXHandler *standard = parser->sax;
  void *data = parser->userData;
  parser->sax = &handlers;
  parser->userData = &run;
  htmlParseDocument(parser);
  parser->sax = standard;
  parser->userData = data;
  htmlFreeParserCtxt(parser);
  return 1;
}

#else

int schemagen_html_parse(const char *bytes, int count, const struct schemagen_html_events *events) {
  (void)bytes;
  (void)count;
  (void)events;
  return 0;
}

#endif
