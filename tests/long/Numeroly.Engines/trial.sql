create schema trial;

create table trial.nodes (
    node      text not null primary key,
    id        uuid not null,
    number    int  not null,
    killed_at timestamptz, frozen_at timestamptz, thawed_at timestamptz);

create table trial.poison (conversation uuid not null, number int not null, healed boolean not null default false, primary key (conversation, number));

create table trial.posted (
    conversation uuid not null, number int not null, at timestamptz not null default clock_timestamp(), primary key (conversation, number));

-- Each handling as it was begun and ended, and the effects that the conversation had when it began.
create table trial.handlings (
    id           bigint generated always as identity primary key,
    conversation uuid        not null,
    number       int         not null,
    node         text        not null,
    effects      int[]       not null,
    began        timestamptz not null default clock_timestamp(),
    ended        timestamptz,
    outcome      text);
create index on trial.handlings (conversation, began);

-- Whose messages a node had when it stopped.
create table trial.orphaned (conversation uuid not null, node text not null, stopped_at timestamptz not null);

create view trial.effects as
select stream_id as conversation, version, (data ->> 'Text')::int as number from public.mt_events where type = 'message_saved';

-- From when to when a handling may have been going on; a killed node's goes no further than its death.
create view trial.spans as
select h.*, least(h.ended, n.killed_at, 'infinity') as until
from trial.handlings h join trial.nodes n using (node);

-- Whenever a node is taken for dead, or says goodbye.
create table trial.ejections (id uuid not null, at timestamptz not null default clock_timestamp());
create function trial.note_ejection() returns trigger language plpgsql as $$
begin
    insert into trial.ejections (id) values (old.id);
    return null;
end $$;
create trigger note_ejection after delete on wolverine.wolverine_nodes for each row execute function trial.note_ejection();
