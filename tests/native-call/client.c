#include "client.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checking.h"
#include "pacing.h"
#include "room.h"
#include "sound.h"

struct Event {
  char *json;
  Event *next;
};

static void *tell_all(void *argument) {
  Client *client = argument;
  while (true) {
    pthread_mutex_lock(&client->gate);
    while (client->first == NULL && !client->is_stopping) pthread_cond_wait(&client->changed, &client->gate);
    Event *event = client->first;
    bool is_stopping = client->is_stopping;
    if (event != NULL) client->first = event->next;
    pthread_mutex_unlock(&client->gate);
    if (event == NULL) return NULL;
    if (!is_stopping && client->delegate.on_event != NULL) client->delegate.on_event(client->delegate.receiver, event->json, (intptr_t)strlen(event->json));
    free(event->json);
    free(event);
  }
}

/* 10 ms of the person's tone; nothing when they are silent, cannot be heard or are not listened to. */
static int hear(Client *client, int16_t *samples, AudioData *data, uint64_t *renderer_id, char *peer) {
  int frames = 0;
  pthread_mutex_lock(&rooms_gate);
  Room *room = client->room;
  if (room != NULL && client->state == JOINED && room->milliseconds_left > 0 && room->is_microphone_open && client->hears && strcmp(client->renders, room->person) == 0) {
    int rate = room->rate != 0 ? room->rate : (int)client->renderer_rate;
    frames = rate / 100;
    for (int i = 0; i < frames; i++, room->said++) {
      int16_t sample = (int16_t)(10000 * sin(2 * 3.14159265358979 * room->hertz * (double)room->said / rate));
      for (int channel = 0; channel < room->channels; channel++) samples[i * room->channels + channel] = sample;
    }
    room->milliseconds_left -= 10;
    *data = (AudioData){16, (uint32_t)rate, (uintptr_t)room->channels, (uintptr_t)frames, (const uint8_t *)samples};
    *renderer_id = client->renderer_id;
    strcpy(peer, room->person);
  }
  pthread_mutex_unlock(&rooms_gate);
  return frames;
}

static void *speak(void *argument) {
  Client *client = argument;
  int16_t samples[960 * 2];
  struct timespec next = start_pacing();
  while (true) {
    pthread_mutex_lock(&client->gate);
    bool is_stopping = client->is_stopping;
    pthread_mutex_unlock(&client->gate);
    if (is_stopping) return NULL;
    AudioData data;
    uint64_t renderer_id;
    char peer[64];
    if (hear(client, samples, &data, &renderer_id, peer) > 0) {
      client->delegate.on_audio_data(client->delegate.receiver, renderer_id, peer, &data);
      memset(samples, 0x55, sizeof samples);
    }
    pace(&next);
  }
}

void tell(Client *client, const char *format, ...) {
  Event *event = calloc(1, sizeof(Event));
  event->json = malloc(LONGEST);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(event->json, LONGEST, format, arguments);
  va_end(arguments);
  pthread_mutex_lock(&client->gate);
  Event **at = &client->first;
  while (*at != NULL) at = &(*at)->next;
  *at = event;
  pthread_cond_signal(&client->changed);
  pthread_mutex_unlock(&client->gate);
}

void complete(Client *client, uint64_t request_id) { tell(client, "{\"action\":\"request-completed\",\"requestId\":{\"id\":%llu}}", (unsigned long long)request_id); }

void refuse(Client *client, uint64_t request_id, const char *reason) {
  tell(client, "{\"action\":\"request-completed\",\"requestId\":{\"id\":%llu},\"requestError\":{\"msg\":\"%s\"}}", (unsigned long long)request_id, reason);
}

EXPORT Client *daily_core_call_client_create(void) {
  in_context("daily_core_call_client_create");
  Client *client = calloc(1, sizeof(Client));
  pthread_mutex_init(&client->gate, NULL);
  pthread_cond_init(&client->changed, NULL);
  pthread_create(&client->teller, NULL, tell_all, client);
  pthread_create(&client->speaker, NULL, speak, client);
  given(CLIENT);
  return client;
}

EXPORT void daily_core_call_client_set_delegate(Client *client, ClientDelegate delegate) {
  in_context("daily_core_call_client_set_delegate");
  if (delegate.receiver == NULL || delegate.on_event == NULL || delegate.on_audio_data == NULL) mistake("the delegate lacks something");
  if (delegate.on_video_frame != NULL) mistake("the delegate wants pictures");
  client->delegate = delegate;
}

/* The memory of a client stays, so that whoever uses it after its end is found out. */
EXPORT void daily_core_call_client_destroy(Client *client) {
  in_context("daily_core_call_client_destroy");
  if (client->is_dead) {
    mistake("a client was destroyed twice");
    return;
  }
  if (pthread_equal(pthread_self(), client->teller) || pthread_equal(pthread_self(), client->speaker)) mistake("a client was destroyed from one of its own threads");
  pthread_mutex_lock(&rooms_gate);
  if (client->state == JOINED) mistake("a client was destroyed while in a call");
  if (client->room != NULL && client->room->client == client) client->room->client = NULL;
  client->room = NULL;
  client->is_dead = true;
  pthread_mutex_unlock(&rooms_gate);
  pthread_mutex_lock(&client->gate);
  client->is_stopping = true;
  pthread_cond_signal(&client->changed);
  pthread_mutex_unlock(&client->gate);
  pthread_join(client->teller, NULL);
  pthread_join(client->speaker, NULL);
  returned(CLIENT);
}
