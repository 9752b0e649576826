/* A call client: takes commands, answers them by events, and hands over what a participant says. */
#ifndef NATIVE_CALL_CLIENT_H
#define NATIVE_CALL_CLIENT_H

#include <pthread.h>
#include <stdint.h>

#include "daily_core.h"

typedef struct Event Event;
typedef struct Room Room;

enum State { NEW, JOINED, LEFT };

struct Client {
  pthread_mutex_t gate;
  pthread_cond_t changed;
  pthread_t teller;
  pthread_t speaker;
  Event *first;
  bool is_stopping;
  bool is_dead;
  ClientDelegate delegate;
  enum State state;
  bool hears;
  char user_name[128];
  char track_id[32];
  char renders[64];
  uint64_t renderer_id;
  uint32_t renderer_rate;
  Room *room;
};

/* Tells something, in the order of the calls, on a thread of the client's own. */
void tell(Client *client, const char *format, ...) __attribute__((format(printf, 2, 3)));

void complete(Client *client, uint64_t request_id);
void refuse(Client *client, uint64_t request_id, const char *reason);

#endif
