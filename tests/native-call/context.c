/* The one context of the process, and its device manager. */
#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "daily_core.h"

static int device_manager;
static int audio_device_module;
static int media;

EXPORT void daily_core_set_log_level(int level) {
  if (level != 0) mistake("the library's own log is on");
}

EXPORT void *daily_core_context_create_device_manager(void) { return &device_manager; }

EXPORT void *daily_core_context_create_audio_device_module(void *manager, void *task_queue_factory) {
  if (manager != &device_manager || task_queue_factory != &device_manager) mistake("the audio device module was asked for with other arguments");
  return &audio_device_module;
}

EXPORT char *daily_core_context_device_manager_enumerated_devices(const void *manager) {
  if (manager != &device_manager) mistake("the devices were asked for with other arguments");
  return strdup("[]");
}

EXPORT void *daily_core_context_device_manager_get_user_media(void *manager, void *factory, void *signaling, void *worker, void *network, const char *constraints) {
  bool is_right = manager == &device_manager && factory == (void *)1 && signaling == (void *)2 && worker == (void *)3 && network == (void *)4;
  if (!is_right || strcmp(constraints, "{}") != 0) mistake("media were asked for with other arguments");
  return &media;
}

static void check_about(AboutClient about) {
  if (about.library == NULL || strcmp(about.library, "daily-core-sdk") != 0) mistake("the client is not named as Daily knows it");
  if (about.version == NULL || strcmp(about.version, "0.23.0") != 0) mistake("the client's version is missing");
  if (about.operating_system == NULL || about.operating_system_version == NULL) mistake("the operating system is missing");
  if (about.app_package_name != NULL) mistake("an app's package is named");
}

/* Calls each of them as the library would. */
static void check_devices(WebRtcDelegate devices) {
  if (devices.get_user_media == NULL || devices.get_enumerated_devices == NULL || devices.create_audio_device_module == NULL) {
    mistake("a function about devices is missing");
    return;
  }
  if (devices.get_audio_device == NULL || devices.set_audio_device == NULL) {
    mistake("a function about the audio route is missing");
    return;
  }
  if (devices.get_display_media != NULL || devices.get_ignored_network_devices != NULL) mistake("a function that is not there stands in the table");
  for (int i = 0; i < 4; i++) if (devices.codec_factories[i] != NULL) mistake("a codec factory that is not there stands in the table");
  if (devices.create_audio_device_module(devices.receiver, &device_manager) != &audio_device_module) mistake("the audio device module is another one");
  if (devices.get_user_media(devices.receiver, (void *)1, (void *)2, (void *)3, (void *)4, "{}") != &media) mistake("the media are others");
  if (strcmp(devices.get_audio_device(devices.receiver), "") != 0) mistake("there is an audio route");
  devices.set_audio_device(devices.receiver, "speaker");
  char *list = devices.get_enumerated_devices(devices.receiver);
  if (list == NULL || strcmp(list, "[]") != 0) mistake("the devices are others");
  free(list);
}

EXPORT void daily_core_context_create_with_threads(ContextDelegate context, WebRtcDelegate devices, AboutClient about, uintptr_t worker_threads) {
  if (alive(CONTEXT) > 0) mistake("a second context was created");
  if (context.receiver != NULL) mistake("the context has a receiver that nobody knows");
  if (worker_threads < 2) mistake("fewer than two worker threads");
  check_about(about);
  check_devices(devices);
  given(CONTEXT);
}

EXPORT void daily_core_context_destroy(void) {
  if (!in_context("daily_core_context_destroy")) return;
  if (alive(CLIENT) > 0) mistake("%d clients were left when the context was destroyed", alive(CLIENT));
  if (alive(TRACK) > 0) mistake("%d tracks were left when the context was destroyed", alive(TRACK));
  if (alive(SOURCE) > 0) mistake("%d sources were left when the context was destroyed", alive(SOURCE));
  if (alive(STRING) > 0) mistake("%d strings were left when the context was destroyed", alive(STRING));
  returned(CONTEXT);
}
