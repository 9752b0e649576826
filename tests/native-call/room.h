/* Rooms by their address, each with at most one client of ours and one person whom a test plays. */
#ifndef NATIVE_CALL_ROOM_H
#define NATIVE_CALL_ROOM_H

#include <stddef.h>
#include <stdint.h>

#include "client.h"

#define LONGEST 8192

struct Room {
  char url[256];
  Client *client;
  char token[256];
  char refusal[256];
  char transcription_refusal[256];
  bool is_holding;
  char person[64];
  char user_id[64];
  bool is_microphone_open;
  double hertz;
  int rate;
  int channels;
  int milliseconds_left;
  long said;
  char received[LONGEST];
  char transcription[512];
  int transcriptions;
  Room *next;
};

/* Held while anything about rooms is looked at or changed. */
extern pthread_mutex_t rooms_gate;

Room *room_at(const char *url);

/* The person as the library describes one, in JSON. */
void describe_person(const Room *room, char *into, size_t size);

#endif
