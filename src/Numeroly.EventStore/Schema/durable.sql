-- What stands beside the events in the same transaction: messages to be handled, and answers to repeated requests.

create schema if not exists durable;

create table if not exists durable.messages (
    id             uuid        not null primary key,
    position       bigint      not null generated always as identity,
    stream_id      uuid        not null,
    type           text        not null,
    body           jsonb       not null,
    -- The place in the stream's line: first by when it became due, then by when it was sent.
    due_at         timestamptz not null,
    -- When it may be tried (again): equals due_at until a try failed.
    available_at   timestamptz not null,
    -- Tries so far, and how many of them were the message's own fault.
    attempts       integer     not null default 0,
    failures       integer     not null default 0,
    last_failure   text        null,
    correlation_id text        null,
    causation_id   text        null,
    sent_at        timestamptz not null default now()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index if not exists messages_available on durable.messages (available_at);
create index if not exists messages_in_line on durable.messages (stream_id, due_at, position);

create table if not exists durable.dead_letters (
    id             uuid        not null primary key,
    stream_id      uuid        not null,
    type           text        not null,
    body           jsonb       not null,
    attempts       integer     not null,
    failure        text        not null,
    correlation_id text        null,
    causation_id   text        null,
    sent_at        timestamptz not null,
    died_at        timestamptz not null default now()
);

create index if not exists dead_letters_died on durable.dead_letters (died_at);

-- Completing a message is part of the transaction that holds its effects. Whoever comes second changes nothing.
create or replace function durable.complete_message(message uuid) returns void
language plpgsql as $$
begin
    delete from durable.messages where id = message;
    if not found then
        raise exception 'Message % is completed already', message using errcode = 'NU001';
    end if;
end $$;

create table if not exists durable.idempotency_keys (
    owner       text        not null,
    key         text        not null,
    -- SHA-256 of method, path and body: the same key for another request is a mistake of the caller.
    fingerprint bytea       not null,
    -- Set while the first request is still under way: whose attempt it is, and until when it may take.
    attempt     uuid        null,
    lease_until timestamptz null,
    status      integer     null,
    location    text        null,
    answer      bytea       null,
    created_at  timestamptz not null default now(),
    primary key (owner, key)
);

create index if not exists idempotency_keys_created on durable.idempotency_keys (created_at);

-- An answer to a request that reserved nothing; one that is too old to count gives way.
create or replace function durable.keep_answer(of_owner text, of_key text, of_fingerprint bytea, with_status integer, with_location text, with_answer bytea)
returns void
language plpgsql as $$
begin
    insert into durable.idempotency_keys as k (owner, key, fingerprint, status, location, answer)
    values (of_owner, of_key, of_fingerprint, with_status, with_location, with_answer)
    on conflict (owner, key) do update
    set fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location, answer = excluded.answer,
        attempt = null, lease_until = null, created_at = now()
    where k.created_at <= now() - interval '24 hours';
    if not found then
        raise exception 'Idempotency key % has its answer already', of_key using errcode = 'NU003';
    end if;
end $$;

-- The answer takes the place of the reservation, if it is still this attempt's.
create or replace function durable.answer_reservation(of_owner text, of_key text, of_attempt uuid, with_status integer, with_location text, with_answer bytea)
returns void
language plpgsql as $$
begin
    update durable.idempotency_keys
    set status = with_status, location = with_location, answer = with_answer, attempt = null, lease_until = null
    where owner = of_owner and key = of_key and attempt = of_attempt;
    if not found then
        raise exception 'The reservation of idempotency key % is lost', of_key using errcode = 'NU002';
    end if;
end $$;
