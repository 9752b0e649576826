#include "room.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sound.h"

pthread_mutex_t rooms_gate = PTHREAD_MUTEX_INITIALIZER;
static Room *rooms;

Room *room_at(const char *url) {
  for (Room *room = rooms; room != NULL; room = room->next) if (strcmp(room->url, url) == 0) return room;
  Room *room = calloc(1, sizeof(Room));
  snprintf(room->url, sizeof room->url, "%s", url);
  room->next = rooms;
  rooms = room;
  return room;
}

void describe_person(const Room *room, char *into, size_t size) {
  snprintf(into, size, "{\"id\":\"%s\",\"info\":{\"isLocal\":false,\"isOwner\":false,\"userId\":\"%s\"},\"media\":{\"microphone\":{\"state\":\"%s\",\"subscribed\":\"subscribed\"}}}",
           room->person, room->user_id, room->is_microphone_open ? "playable" : "off");
}

static void tell_of_person(Room *room, const char *action, const char *more) {
  char person[512];
  describe_person(room, person, sizeof person);
  if (room->client != NULL) tell(room->client, "{\"action\":\"%s\",\"participant\":%s%s}", action, person, more);
}

EXPORT void native_call_person_joins(const char *url, const char *id, const char *user_id, int is_microphone_open) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  snprintf(room->person, sizeof room->person, "%s", id);
  snprintf(room->user_id, sizeof room->user_id, "%s", user_id);
  room->is_microphone_open = is_microphone_open != 0;
  tell_of_person(room, "participant-joined", "");
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void native_call_person_turns_microphone(const char *url, int is_open) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  room->is_microphone_open = is_open != 0;
  tell_of_person(room, "participant-updated", "");
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void native_call_person_speaks(const char *url, double hertz, int milliseconds, int rate, int channels) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  room->hertz = hertz;
  room->rate = rate;
  room->channels = channels;
  room->milliseconds_left = milliseconds;
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void native_call_person_leaves(const char *url) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  tell_of_person(room, "participant-left", ",\"leftReason\":\"leftCall\"");
  room->person[0] = 0;
  pthread_mutex_unlock(&rooms_gate);
}

/* Tells the client any event, as JSON or not. */
EXPORT void native_call_tells(const char *url, const char *event) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  if (room->client != NULL) tell(room->client, "%s", event);
  pthread_mutex_unlock(&rooms_gate);
}

/* The call is over for the client, with an error or with none ("" or null). */
EXPORT void native_call_ends(const char *url, const char *error) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  Client *client = room->client;
  if (client != NULL) {
    client->state = LEFT;
    room->client = NULL;
    if (error != NULL && error[0] != 0) tell(client, "{\"action\":\"error\",\"message\":\"%s\"}", error);
    tell(client, "{\"action\":\"call-state-updated\",\"state\":\"left\"}");
  }
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void native_call_refuses(const char *url, const char *reason) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  snprintf(room->refusal, sizeof room->refusal, "%s", reason);
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void native_call_refuses_transcription(const char *url, const char *reason) {
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  snprintf(room->transcription_refusal, sizeof room->transcription_refusal, "%s", reason);
  pthread_mutex_unlock(&rooms_gate);
}

/* Joining gets no answer. */
EXPORT void native_call_holds(const char *url) {
  pthread_mutex_lock(&rooms_gate);
  room_at(url)->is_holding = true;
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT int native_call_has_client(const char *url) {
  pthread_mutex_lock(&rooms_gate);
  int has = room_at(url)->client != NULL;
  pthread_mutex_unlock(&rooms_gate);
  return has;
}

EXPORT int native_call_said(const char *url, int16_t *into, int most) {
  pthread_mutex_lock(&rooms_gate);
  Client *client = room_at(url)->client;
  int count = client == NULL ? 0 : (int)said_on(client->track_id, into, (size_t)most);
  pthread_mutex_unlock(&rooms_gate);
  return count;
}

/* What the client did in the room, as text to be freed with native_call_free: token, user_name, transcription, transcriptions, received. */
EXPORT char *native_call_note(const char *url, const char *what) {
  char text[LONGEST] = "";
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  if (strcmp(what, "token") == 0) snprintf(text, sizeof text, "%s", room->token);
  else if (strcmp(what, "user_name") == 0 && room->client != NULL) snprintf(text, sizeof text, "%s", room->client->user_name);
  else if (strcmp(what, "transcription") == 0) snprintf(text, sizeof text, "%s", room->transcription);
  else if (strcmp(what, "transcriptions") == 0) snprintf(text, sizeof text, "%d", room->transcriptions);
  else if (strcmp(what, "received") == 0) snprintf(text, sizeof text, "%s", room->received);
  pthread_mutex_unlock(&rooms_gate);
  return strdup(text);
}
