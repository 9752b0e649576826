-- Conversations that are to have an assistant: entered with the conversation, gone with its end.

create schema if not exists durable;

create table if not exists durable.summons (
    conversation_id uuid        not null primary key,
    summoned_at     timestamptz not null default now(),
    correlation_id  text        null,
    causation_id    text        null
);
