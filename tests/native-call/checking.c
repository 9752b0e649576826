#include "checking.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "daily_core.h"

#define MOST_STRINGS 1024
#define MOST_REQUESTS 200000

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static char mistakes[16384];
static int alive_count[KINDS];
static int ever_count[KINDS];
static char *strings[MOST_STRINGS];
static uint64_t requests[MOST_REQUESTS];
static size_t request_count;

void mistake(const char *format, ...) {
  pthread_mutex_lock(&gate);
  size_t used = strlen(mistakes);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(mistakes + used, sizeof mistakes - used, format, arguments);
  va_end(arguments);
  used = strlen(mistakes);
  snprintf(mistakes + used, sizeof mistakes - used, "\n");
  pthread_mutex_unlock(&gate);
}

void given(enum Kind kind) {
  pthread_mutex_lock(&gate);
  alive_count[kind]++;
  ever_count[kind]++;
  pthread_mutex_unlock(&gate);
}

void returned(enum Kind kind) {
  pthread_mutex_lock(&gate);
  alive_count[kind]--;
  pthread_mutex_unlock(&gate);
}

int alive(enum Kind kind) {
  pthread_mutex_lock(&gate);
  int count = alive_count[kind];
  pthread_mutex_unlock(&gate);
  return count;
}

int ever(enum Kind kind) {
  pthread_mutex_lock(&gate);
  int count = ever_count[kind];
  pthread_mutex_unlock(&gate);
  return count;
}

bool in_context(const char *function) {
  if (alive(CONTEXT) > 0) return true;
  mistake("%s was called without a context", function);
  return false;
}

void check_request_id(uint64_t id, const char *function) {
  pthread_mutex_lock(&gate);
  bool is_known = false;
  for (size_t i = 0; i < request_count && !is_known; i++) is_known = requests[i] == id;
  if (!is_known && request_count < MOST_REQUESTS) requests[request_count++] = id;
  pthread_mutex_unlock(&gate);
  if (is_known) mistake("%s got the request id %llu, which was used before", function, (unsigned long long)id);
}

char *lent_string(const char *text) {
  char *copy = strdup(text);
  pthread_mutex_lock(&gate);
  for (size_t i = 0; i < MOST_STRINGS; i++) {
    if (strings[i] != NULL) continue;
    strings[i] = copy;
    break;
  }
  pthread_mutex_unlock(&gate);
  given(STRING);
  return copy;
}

EXPORT void daily_core_string_free(char *text) {
  bool is_ours = false;
  pthread_mutex_lock(&gate);
  for (size_t i = 0; i < MOST_STRINGS && !is_ours; i++) {
    if (strings[i] != text) continue;
    strings[i] = NULL;
    is_ours = true;
  }
  pthread_mutex_unlock(&gate);
  if (!is_ours) {
    mistake("daily_core_string_free got a string that is not the library's, or was freed before");
    return;
  }
  returned(STRING);
  free(text);
}

/* For tests: every mistake since this was asked last, one a line. To be freed with native_call_free. */
EXPORT char *native_call_mistakes(void) {
  pthread_mutex_lock(&gate);
  char *copy = strdup(mistakes);
  mistakes[0] = '\0';
  pthread_mutex_unlock(&gate);
  return copy;
}

EXPORT void native_call_free(char *text) { free(text); }

EXPORT int native_call_alive(int kind) { return alive((enum Kind)kind); }

EXPORT int native_call_ever(int kind) { return ever((enum Kind)kind); }
