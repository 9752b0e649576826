/* What the stand-in finds wrong with how it is called, and what it has given out and not got back. */
#ifndef NATIVE_CALL_CHECKING_H
#define NATIVE_CALL_CHECKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum Kind { CONTEXT, CLIENT, SOURCE, TRACK, STRING, KINDS };

/* Notes a mistake of the caller; a test reads them all. */
void mistake(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Counts something given out, and given back. */
void given(enum Kind kind);
void returned(enum Kind kind);
int alive(enum Kind kind);
int ever(enum Kind kind);

/* Notes a mistake unless the context is there. */
bool in_context(const char *function);

/* Notes a mistake when an id was used for another request before. */
void check_request_id(uint64_t id, const char *function);

/* A string that the caller has to free with daily_core_string_free. */
char *lent_string(const char *text);

#endif
