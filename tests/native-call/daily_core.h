/*
 * The part of daily-core-sdk's plain C interface that Numeroly uses, as facts of its header (0.23) written down by us,
 * and what only this stand-in has: a script for the room (native_call_...).
 */
#ifndef NATIVE_CALL_DAILY_CORE_H
#define NATIVE_CALL_DAILY_CORE_H

#include <stdbool.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

typedef struct Client Client;
typedef struct Source Source;
typedef struct Track Track;

typedef struct {
  void *receiver;
} ContextDelegate;

typedef struct {
  void *receiver;
  void *(*get_user_media)(void *, void *, void *, void *, void *, const char *);
  void *get_display_media;
  char *(*get_enumerated_devices)(void *);
  void *(*create_audio_device_module)(void *, void *);
  void *codec_factories[4];
  const char *(*get_audio_device)(void *);
  void (*set_audio_device)(void *, const char *);
  void *get_ignored_network_devices;
} WebRtcDelegate;

typedef struct {
  const char *library;
  const char *version;
  const char *operating_system;
  const char *operating_system_version;
  const char *app_package_name;
} AboutClient;

typedef struct {
  uint32_t bits_per_sample;
  uint32_t sample_rate;
  uintptr_t num_channels;
  uintptr_t num_audio_frames;
  const uint8_t *audio_frames;
} AudioData;

typedef struct {
  void *receiver;
  void (*on_event)(void *, const char *, intptr_t);
  void (*on_audio_data)(void *, uint64_t, const char *, const AudioData *);
  void *on_video_frame;
} ClientDelegate;

typedef void (*OnWritten)(void *, uint64_t, uintptr_t);

#endif
