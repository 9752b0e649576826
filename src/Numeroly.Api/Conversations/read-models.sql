-- Plain tables for lists, counts and any SQL tool; written in the transaction of the events they follow from.

create schema if not exists read_models;

create table if not exists read_models.conversations (
    conversation_id   uuid             not null primary key,
    version           bigint           not null,
    user_id           text             not null,
    language          text             not null,
    created_at        timestamptz      not null,
    joined_at         timestamptz      null,
    ended_at          timestamptz      null,
    end_cause         text             null,
    rating            integer          null,
    duration_seconds  double precision null,
    message_count     integer          not null,
    last_message_at   timestamptz      null,
    recording_status  text             not null,
    recording_seconds double precision null,
    room_expires_at   timestamptz      not null,
    room_deleted_at   timestamptz      null
) with (fillfactor = 70);

create index if not exists conversations_of_user on read_models.conversations (user_id, created_at desc, conversation_id);
create index if not exists conversations_open on read_models.conversations (created_at) where ended_at is null;
create index if not exists conversations_winding_up on read_models.conversations (ended_at)
    where ended_at is not null and (room_deleted_at is null or recording_status = 'pending');

create table if not exists read_models.transcript (
    conversation_id uuid             not null,
    version         bigint           not null,
    message_id      uuid             not null,
    speaker         text             not null,
    text            text             not null,
    confidence      double precision null,
    emotional_tone  text             null,
    heard           text             null,
    spoken_at       timestamptz      not null,
    saved_at        timestamptz      not null,
    search_text     text             not null,
    primary key (conversation_id, version)
);

create unique index if not exists transcript_message on read_models.transcript (conversation_id, message_id);

create table if not exists read_models.recordings (
    conversation_id  uuid             not null,
    recording_id     text             not null,
    status           text             not null,
    started_at       timestamptz      null,
    duration_seconds double precision null,
    failure_reason   text             null,
    primary key (conversation_id, recording_id)
);

create table if not exists read_models.turns (
    conversation_id      uuid             not null,
    version              bigint           not null,
    turn_id              uuid             not null,
    language             text             not null,
    input                text             not null,
    outcome              text             not null,
    spoken_seconds       double precision null,
    understood_after_ms  double precision null,
    first_words_after_ms double precision null,
    first_sound_after_ms double precision null,
    audible_after_ms     double precision null,
    speech_to_text       text             null,
    reply                text             null,
    text_to_speech       text             null,
    ended_at             timestamptz      not null,
    primary key (conversation_id, version)
);

create index if not exists turns_by_time on read_models.turns (ended_at);
