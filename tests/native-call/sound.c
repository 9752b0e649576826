#include "sound.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "pacing.h"

#define PIECE 240 /* 10 ms */
#define MOST_WAITING (24000 / 10)
#define MOST_SAID (24000 * 60)
#define MOST_WRITES 16

typedef struct {
  uint64_t id;
  size_t left;
  size_t frames;
  OnWritten written;
  void *receiver;
} Write;

struct Source {
  pthread_t thread;
  pthread_mutex_t gate;
  bool is_stopping;
  int references;
  bool is_released; /* by its maker */
  int16_t waiting[MOST_WAITING];
  size_t waiting_count;
  Write writes[MOST_WRITES];
  size_t write_count;
  int16_t *said;
  size_t said_count;
};

struct Track {
  Source *source;
  char id[32];
  bool is_destroyed;
  Track *next;
};

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static Track *tracks;
static int last_track;

static void say_piece(Source *source) {
  Write done[MOST_WRITES];
  size_t done_count = 0;
  pthread_mutex_lock(&source->gate);
  size_t count = source->waiting_count < PIECE ? source->waiting_count : PIECE;
  if (source->said_count + count <= MOST_SAID) {
    memcpy(source->said + source->said_count, source->waiting, count * sizeof(int16_t));
    source->said_count += count;
  }
  source->waiting_count -= count;
  memmove(source->waiting, source->waiting + count, source->waiting_count * sizeof(int16_t));
  while (count > 0) {
    size_t part = source->writes[0].left < count ? source->writes[0].left : count;
    source->writes[0].left -= part;
    count -= part;
    if (source->writes[0].left > 0) continue;
    done[done_count++] = source->writes[0];
    source->write_count--;
    memmove(source->writes, source->writes + 1, source->write_count * sizeof(Write));
  }
  pthread_mutex_unlock(&source->gate);
  for (size_t i = 0; i < done_count; i++) done[i].written(done[i].receiver, done[i].id, done[i].frames);
}

static void *say(void *argument) {
  Source *source = argument;
  struct timespec next = start_pacing();
  while (true) {
    pthread_mutex_lock(&source->gate);
    bool is_stopping = source->is_stopping;
    pthread_mutex_unlock(&source->gate);
    if (is_stopping) return NULL;
    say_piece(source);
    pace(&next);
  }
}

EXPORT Source *daily_core_context_create_custom_audio_source_with_silence(int32_t sample_rate, uintptr_t channels) {
  in_context("daily_core_context_create_custom_audio_source_with_silence");
  if (sample_rate != 24000 || channels != 1) mistake("the source is of %d Hz and %d channels", sample_rate, (int)channels);
  Source *source = calloc(1, sizeof(Source));
  source->said = malloc(MOST_SAID * sizeof(int16_t));
  source->references = 1;
  pthread_mutex_init(&source->gate, NULL);
  pthread_create(&source->thread, NULL, say, source);
  given(SOURCE);
  return source;
}

EXPORT int32_t daily_core_context_custom_audio_source_write_frames_async(Source *source, const void *audio, int32_t bits, int32_t sample_rate, uintptr_t channels, uintptr_t frames,
                                                                        uint64_t request_id, OnWritten written, void *receiver) {
  in_context("daily_core_context_custom_audio_source_write_frames_async");
  check_request_id(request_id, "daily_core_context_custom_audio_source_write_frames_async");
  if (bits != 16 || sample_rate != 24000 || channels != 1) mistake("sound of %d bits, %d Hz and %d channels was written", bits, sample_rate, (int)channels);
  if (frames == 0 || frames > 480 || frames % PIECE != 0) mistake("%d frames were written at once", (int)frames);
  if (written == NULL || receiver == NULL) mistake("nobody wants to know that sound was written");
  pthread_mutex_lock(&source->gate);
  bool fits = source->waiting_count + frames <= MOST_WAITING && source->write_count < MOST_WRITES;
  bool is_released = source->is_released;
  if (fits) {
    memcpy(source->waiting + source->waiting_count, audio, frames * sizeof(int16_t));
    source->waiting_count += frames;
    source->writes[source->write_count++] = (Write){request_id, frames, frames, written, receiver};
  }
  pthread_mutex_unlock(&source->gate);
  if (is_released) mistake("sound was written to a source that was released");
  if (!fits) mistake("more than 100 ms of sound wait in the library");
  return fits ? (int32_t)frames : -1;
}

EXPORT const Track *daily_core_context_create_custom_audio_track(Source *source) {
  in_context("daily_core_context_create_custom_audio_track");
  Track *track = calloc(1, sizeof(Track));
  track->source = source;
  pthread_mutex_lock(&gate);
  source->references++;
  snprintf(track->id, sizeof track->id, "track-%d", ++last_track);
  track->next = tracks;
  tracks = track;
  pthread_mutex_unlock(&gate);
  given(TRACK);
  return track;
}

EXPORT const char *daily_core_context_custom_audio_track_id(Track *track) { return lent_string(track->id); }

EXPORT void daily_core_context_destroy_custom_audio_track(Track *track) {
  in_context("daily_core_context_destroy_custom_audio_track");
  if (track->is_destroyed) mistake("%s was destroyed twice", track->id);
  track->is_destroyed = true;
}

static void release_source(Source *source) {
  pthread_mutex_lock(&gate);
  int left = --source->references;
  pthread_mutex_unlock(&gate);
  if (left > 0) return;
  pthread_mutex_lock(&source->gate);
  source->is_stopping = true;
  if (source->write_count > 0) mistake("a source was released while it had still something to say");
  pthread_mutex_unlock(&source->gate);
  pthread_join(source->thread, NULL);
  free(source->said);
  free(source);
  returned(SOURCE);
}

EXPORT void daily_core_context_track_release(void *track_or_source) {
  in_context("daily_core_context_track_release");
  pthread_mutex_lock(&gate);
  Track **at = &tracks;
  while (*at != NULL && (void *)*at != track_or_source) at = &(*at)->next;
  Track *track = *at;
  if (track != NULL) *at = track->next;
  pthread_mutex_unlock(&gate);
  if (track == NULL) {
    Source *source = track_or_source;
    if (source->is_released) mistake("a source was released twice");
    source->is_released = true;
    release_source(source);
    return;
  }
  if (!track->is_destroyed) mistake("%s was released and not destroyed", track->id);
  Source *source = track->source;
  free(track);
  returned(TRACK);
  release_source(source);
}

bool is_track(const char *id) {
  pthread_mutex_lock(&gate);
  Track *track = tracks;
  while (track != NULL && strcmp(track->id, id) != 0) track = track->next;
  pthread_mutex_unlock(&gate);
  return track != NULL;
}

size_t said_on(const char *track_id, int16_t *into, size_t room) {
  size_t count = 0;
  pthread_mutex_lock(&gate);
  Track *track = tracks;
  while (track != NULL && strcmp(track->id, track_id) != 0) track = track->next;
  if (track != NULL) {
    pthread_mutex_lock(&track->source->gate);
    count = track->source->said_count < room ? track->source->said_count : room;
    memcpy(into, track->source->said, count * sizeof(int16_t));
    pthread_mutex_unlock(&track->source->gate);
  }
  pthread_mutex_unlock(&gate);
  return count;
}
