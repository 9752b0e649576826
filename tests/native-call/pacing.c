#include "pacing.h"

#define STEP 10000000L
#define SECOND 1000000000L

struct timespec start_pacing(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now;
}

void pace(struct timespec *next) {
  next->tv_nsec += STEP;
  if (next->tv_nsec >= SECOND) {
    next->tv_nsec -= SECOND;
    next->tv_sec++;
  }
  struct timespec now = start_pacing();
  long left = (long)(next->tv_sec - now.tv_sec) * SECOND + next->tv_nsec - now.tv_nsec;
  if (left <= 0) return;
  struct timespec rest = {left / SECOND, left % SECOND};
  nanosleep(&rest, NULL);
}
