#if defined(__has_include)
#if __has_include(<libxml/HTMLparser.h>)
#include <libxml/HTMLparser.h>
#endif
#endif
