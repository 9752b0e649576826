/* What a client is asked to do: each with a request id, each answered by an event. */
#include <stdio.h>
#include <string.h>

#include "checking.h"
#include "room.h"
#include "sound.h"

static bool may(Client *client, uint64_t request_id, const char *function) {
  in_context(function);
  check_request_id(request_id, function);
  if (client->is_dead) mistake("%s was called with a client that was destroyed", function);
  if (client->delegate.on_event == NULL) mistake("%s was called before there was a delegate", function);
  return !client->is_dead;
}

EXPORT void daily_core_call_client_update_subscription_profiles(Client *client, uint64_t request_id, const char *profiles) {
  if (!may(client, request_id, "daily_core_call_client_update_subscription_profiles")) return;
  if (strcmp(profiles, "{\"base\":{\"camera\":\"unsubscribed\",\"microphone\":\"subscribed\"}}") != 0) mistake("the subscriptions are %s", profiles);
  client->hears = true;
  complete(client, request_id);
}

EXPORT void daily_core_call_client_set_user_name(Client *client, uint64_t request_id, const char *user_name) {
  if (!may(client, request_id, "daily_core_call_client_set_user_name")) return;
  snprintf(client->user_name, sizeof client->user_name, "%s", user_name);
  complete(client, request_id);
}

static void read_settings(Client *client, const char *settings) {
  if (strstr(settings, "\"camera\":false") == NULL) mistake("the camera is not off");
  if (strstr(settings, "\"microphone\":{\"isEnabled\":true,\"settings\":{\"customTrack\":{\"id\":\"") == NULL) mistake("the microphone is no custom track");
  const char *id = strstr(settings, "\"customTrack\":{\"id\":\"");
  if (id == NULL || sscanf(id + strlen("\"customTrack\":{\"id\":\""), "%31[^\"]", client->track_id) != 1) return;
  if (!is_track(client->track_id)) mistake("there is no track %s", client->track_id);
}

EXPORT void daily_core_call_client_join(Client *client, uint64_t request_id, const char *url, const char *token, const char *settings) {
  if (!may(client, request_id, "daily_core_call_client_join")) return;
  if (!client->hears) mistake("a client joined before it chose what to hear");
  read_settings(client, settings);
  pthread_mutex_lock(&rooms_gate);
  Room *room = room_at(url);
  snprintf(room->token, sizeof room->token, "%s", token);
  tell(client, "{\"action\":\"call-state-updated\",\"state\":\"joining\"}");
  if (room->is_holding) {
    room->client = client;
    client->room = room;
  } else if (room->refusal[0] != 0) {
    refuse(client, request_id, room->refusal);
  } else {
    char person[512] = "";
    room->client = client;
    client->room = room;
    client->state = JOINED;
    tell(client, "{\"action\":\"call-state-updated\",\"state\":\"joined\"}");
    if (room->person[0] != 0) describe_person(room, person, sizeof person);
    if (room->person[0] != 0) tell(client, "{\"action\":\"participant-joined\",\"participant\":%s}", person);
    tell(client,
         "{\"action\":\"request-completed\",\"requestId\":{\"id\":%llu},\"requestSuccess\":{\"meetingSession\":{\"id\":\"meeting\"},"
         "\"participants\":{\"local\":{\"id\":\"ourselves\",\"info\":{\"isLocal\":true,\"userId\":\"assistant\"}}%s%s%s%s}}}",
         (unsigned long long)request_id, person[0] == 0 ? "" : ",\"", person[0] == 0 ? "" : room->person, person[0] == 0 ? "" : "\":", person);
  }
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void daily_core_call_client_leave(Client *client, uint64_t request_id) {
  if (!may(client, request_id, "daily_core_call_client_leave")) return;
  pthread_mutex_lock(&rooms_gate);
  if (client->state == LEFT) mistake("a client left that had left already");
  client->state = LEFT;
  if (client->room != NULL) client->room->client = NULL;
  tell(client, "{\"action\":\"call-state-updated\",\"state\":\"leaving\"}");
  tell(client, "{\"action\":\"call-state-updated\",\"state\":\"left\"}");
  complete(client, request_id);
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void daily_core_call_client_send_app_message(Client *client, uint64_t request_id, const char *message, const char *participant) {
  if (!may(client, request_id, "daily_core_call_client_send_app_message")) return;
  if (participant != NULL) mistake("an app message was addressed to %s alone", participant);
  pthread_mutex_lock(&rooms_gate);
  Room *room = client->room;
  if (client->state != JOINED || room == NULL) {
    refuse(client, request_id, "not in a call");
  } else {
    size_t used = strlen(room->received);
    snprintf(room->received + used, sizeof room->received - used, "%s\n", message);
    complete(client, request_id);
  }
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void daily_core_call_client_start_transcription(Client *client, uint64_t request_id, const char *settings) {
  if (!may(client, request_id, "daily_core_call_client_start_transcription")) return;
  pthread_mutex_lock(&rooms_gate);
  Room *room = client->room;
  if (room == NULL || room->transcription_refusal[0] != 0) {
    refuse(client, request_id, room == NULL ? "not in a call" : room->transcription_refusal);
  } else {
    snprintf(room->transcription, sizeof room->transcription, "%s", settings);
    room->transcriptions++;
    tell(client, "{\"action\":\"transcription-started\",\"status\":{}}");
    complete(client, request_id);
  }
  pthread_mutex_unlock(&rooms_gate);
}

EXPORT void daily_core_call_client_set_participant_audio_renderer(Client *client, uint64_t request_id, uint64_t renderer_id, const char *participant, const char *audio_source,
                                                                 uint32_t sample_rate) {
  if (!may(client, request_id, "daily_core_call_client_set_participant_audio_renderer")) return;
  if (strcmp(audio_source, "microphone") != 0) mistake("a renderer for the %s", audio_source);
  if (sample_rate != 16000) mistake("a renderer of %u Hz", sample_rate);
  pthread_mutex_lock(&rooms_gate);
  if (client->room == NULL || strcmp(client->room->person, participant) != 0) {
    refuse(client, request_id, "no such participant");
  } else {
    client->renderer_id = renderer_id;
    client->renderer_rate = sample_rate;
    snprintf(client->renders, sizeof client->renders, "%s", participant);
    complete(client, request_id);
  }
  pthread_mutex_unlock(&rooms_gate);
}
