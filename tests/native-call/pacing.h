/* Every 10 ms, as sound goes by. */
#ifndef NATIVE_CALL_PACING_H
#define NATIVE_CALL_PACING_H

#include <time.h>

/* Now, as the beginning. */
struct timespec start_pacing(void);

/* Waits until 10 ms after the last time, or after the beginning. */
void pace(struct timespec *next);

#endif
