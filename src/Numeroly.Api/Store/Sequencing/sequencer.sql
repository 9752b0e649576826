-- One message of a conversation is with Wolverine at a time; the others wait here, in the order of their places.

create schema if not exists sequencer;

create table if not exists sequencer.places (
    conversation_id uuid   not null primary key,
    last_place      bigint not null
) with (fillfactor = 70);

create table if not exists sequencer.messages (
    conversation_id uuid        not null,
    place           bigint      not null,
    id              uuid        not null unique,
    type            text        not null,
    body            jsonb       not null,
    correlation_id  text        null,
    causation_id    text        null,
    entered_at      timestamptz not null default now(),
    -- When it was last given to Wolverine, and from when on it may be expected to be handled.
    published_at    timestamptz null,
    -- It is in Wolverine's dead letters: no longer in the sequence, until it is replayed.
    died_at         timestamptz null,
    last_failure    text        null,
    primary key (conversation_id, place)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

-- The node that is at it. One that is gone has it no longer.
alter table sequencer.messages add column if not exists handled_by uuid null;

create index if not exists messages_published on sequencer.messages (published_at) where died_at is null and published_at is not null;

-- Puts messages at the end of their conversation's sequence; one that entered before, under the same id, changes nothing.
-- The row of the conversation's places orders those who enter and those who leave.
create or replace function sequencer.enter(
    conversation uuid, ids uuid[], types text[], bodies jsonb[], correlation text, causation text)
returns table (place bigint, type text, body jsonb, correlation_id text, is_head boolean)
language plpgsql as $$
#variable_conflict use_column
declare
    last      bigint;
    was_empty boolean;
begin
    insert into sequencer.places as p (conversation_id, last_place) values (conversation, 0)
    on conflict (conversation_id) do update set last_place = p.last_place
    returning p.last_place into last;
    was_empty := not exists (select from sequencer.messages m where m.conversation_id = conversation and m.died_at is null);
    update sequencer.places p set last_place = last + cardinality(ids) where p.conversation_id = conversation;

    return query
    with entered as (
        insert into sequencer.messages as m (conversation_id, place, id, type, body, correlation_id, causation_id, published_at)
        select conversation, last + given.n, given.id, given.type, given.body, correlation, causation,
               case when was_empty and given.n = 1 then now() end
        from unnest(ids, types, bodies) with ordinality as given(id, type, body, n)
        on conflict (id) do nothing
        returning m.place, m.type, m.body)
    select e.place, e.type, e.body, correlation, was_empty and e.place = last + 1 from entered e order by e.place;
end $$;

-- Takes a message that is done, or dead, out of the sequence and gives the next. Whoever comes second changes nothing.
create or replace function sequencer.leave(conversation uuid, at_place bigint, is_dead boolean, failure text)
returns table (place bigint, type text, body jsonb, correlation_id text)
language plpgsql as $$
#variable_conflict use_column
begin
    perform from sequencer.places p where p.conversation_id = conversation for update;
    if is_dead then
        update sequencer.messages m set died_at = now(), last_failure = failure
        where m.conversation_id = conversation and m.place = at_place and m.died_at is null;
    else
        delete from sequencer.messages m where m.conversation_id = conversation and m.place = at_place and m.died_at is null;
    end if;
    if not found then
        raise exception 'Message % of conversation % is handled already', at_place, conversation using errcode = 'NU001';
    end if;

    return query
    update sequencer.messages m set published_at = now()
    where m.conversation_id = conversation and m.place = (
        select min(waiting.place) from sequencer.messages waiting
        where waiting.conversation_id = conversation and waiting.died_at is null)
    returning m.place, m.type, m.body, m.correlation_id;
end $$;

-- A dead letter that is replayed enters anew, at the end.
create or replace function sequencer.reenter(conversation uuid, at_place bigint)
returns table (place bigint, type text, body jsonb, correlation_id text, is_head boolean)
language plpgsql as $$
#variable_conflict use_column
declare
    dead sequencer.messages%rowtype;
begin
    perform from sequencer.places p where p.conversation_id = conversation for update;
    delete from sequencer.messages m
    where m.conversation_id = conversation and m.place = at_place and m.died_at is not null
    returning m.* into dead;
    if dead.id is null then return; end if;
    return query select e.place, e.type, e.body, e.correlation_id, e.is_head
    from sequencer.enter(conversation, array[dead.id], array[dead.type], array[dead.body], dead.correlation_id, dead.causation_id) e;
end $$;
