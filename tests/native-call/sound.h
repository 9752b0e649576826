/* Sources of our voice and the tracks that carry it. A source says silence by itself and keeps what was said. */
#ifndef NATIVE_CALL_SOUND_H
#define NATIVE_CALL_SOUND_H

#include <stddef.h>
#include <stdint.h>

#include "daily_core.h"

/* Whether a track with this id is there to be heard. */
bool is_track(const char *id);

/* What the source behind a track has said so far, silence left out, is copied; returns how much there is. */
size_t said_on(const char *track_id, int16_t *into, size_t room);

#endif
