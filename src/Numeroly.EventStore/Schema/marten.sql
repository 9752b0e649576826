-- Marten 9's event store: schema public, Guid identity, correlation, causation and headers enabled,
-- append mode QuickWithServerTimestamps. docs/marten.md holds the same layout as tables.

create table if not exists public.mt_streams (
    id          uuid        not null constraint pkey_mt_streams_id primary key,
    type        varchar     null,
    version     bigint      null,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    tenant_id   varchar     null default '*DEFAULT*',
    is_archived boolean     null default false
);

create table if not exists public.mt_events (
    seq_id         bigint       not null constraint pkey_mt_events_seq_id primary key,
    id             uuid         not null,
    stream_id      uuid         null,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    -- Quoted as Marten quotes it, hence frozen at creation: whoever writes an event says its time.
    timestamp      timestamptz  not null default 'now()'::timestamptz,
    tenant_id      varchar      null default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    correlation_id varchar      null,
    causation_id   varchar      null,
    headers        jsonb        null,
    is_archived    boolean      null default false,
    constraint fkey_mt_events_stream_id foreign key (stream_id) references public.mt_streams (id) on delete cascade
);

create unique index if not exists pk_mt_events_stream_and_version on public.mt_events (stream_id, version);

create sequence if not exists public.mt_events_sequence as bigint start 1 increment 1 cache 1;
alter sequence public.mt_events_sequence owned by public.mt_events.seq_id;

create table if not exists public.mt_event_progression (
    name         varchar     not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint      null,
    last_updated timestamptz null default transaction_timestamp()
);

create table if not exists public.mt_high_water_skips (
    ending_sequence   bigint      not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
    starting_sequence bigint      not null,
    timestamp         timestamptz null default transaction_timestamp()
);

create table if not exists public.mt_doc_deadletterevent (
    id               uuid        not null constraint pkey_mt_doc_deadletterevent_id primary key,
    data             jsonb       not null,
    mt_last_modified timestamptz null default transaction_timestamp(),
    mt_dotnet_type   varchar     null,
    mt_version       uuid        not null default gen_random_uuid()
);

-- The row lock on the stream comes before any number is drawn from the sequence. It puts the writers of one stream in
-- order, so that the loser of a race burns no number, and it gives the transaction its id and its lock on the sequence
-- before the number, which is what readers rely on to know that a missing number will never come.
create or replace function public.mt_quick_append_events(
    stream uuid, stream_type varchar, tenantid varchar, event_ids uuid[], event_types varchar[], dotnet_types varchar[],
    bodies jsonb[], bdatas bytea[], causation_ids varchar[], correlation_ids varchar[], headers jsonb[],
    timestamps timestamptz[], expected_version bigint default null) returns bigint[]
language plpgsql as $$
#variable_conflict use_variable
declare
    added         integer := coalesce(array_length(event_ids, 1), 0);
    found         public.mt_streams%rowtype;
    final_version bigint;
    sequences     bigint[];
begin
    insert into public.mt_streams (id, type, version, timestamp, created, tenant_id)
    select stream, stream_type, added, now(), now(), tenantid
    where coalesce(expected_version, 0) = 0
    on conflict (id) do nothing
    returning version into final_version;

    if final_version is null then
        select s.* into found from public.mt_streams s where s.id = stream for no key update;
        if found.is_archived then
            raise exception 'Stream % is archived', stream using errcode = 'MT001';
        end if;
        if expected_version is not null and found.version is distinct from expected_version then
            raise exception 'Stream % is at version %, expected %', stream, coalesce(found.version, 0), expected_version using errcode = 'MT003';
        end if;
        final_version := found.version + added;
        update public.mt_streams s set version = final_version, timestamp = now() where s.id = stream;
    end if;

    with given as (
        select nextval('public.mt_events_sequence') as seq, e.*
        from (
            select * from unnest(
                event_ids, event_types, dotnet_types, bodies, bdatas, causation_ids, correlation_ids, headers, timestamps)
                with ordinality as u(id, type, dotnet_type, body, bdata, causation, correlation, header, at, place)
            order by place) e
    ), inserted as (
        insert into public.mt_events (
            seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)
        select g.seq, g.id, stream, final_version - added + g.place, g.body, g.bdata, g.type, g.at, tenantid, g.dotnet_type,
               g.correlation, g.causation, g.header
        from given g
    )
    select array_agg(g.seq order by g.place) into sequences from given g;

    return final_version || sequences;
end $$;

create or replace function public.mt_archive_stream(streamid uuid) returns void
language sql as $$
    update public.mt_streams set is_archived = true where id = streamid;
    update public.mt_events set is_archived = true where stream_id = streamid;
$$;

create or replace function public.mt_mark_event_progression(name varchar, last_encountered bigint) returns void
language sql as $$
    insert into public.mt_event_progression as p (name, last_seq_id, last_updated)
    values (mt_mark_event_progression.name, last_encountered, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated;
$$;

create or replace function public.mt_mark_progression_with_skip(
    shard_name varchar, ending_sequence bigint, starting_sequence bigint) returns bigint
language plpgsql as $$
#variable_conflict use_variable
declare
    mark bigint;
begin
    insert into public.mt_event_progression (name, last_seq_id) values (shard_name, 0)
    on conflict on constraint pk_mt_event_progression do nothing;

    update public.mt_event_progression p set last_seq_id = ending_sequence, last_updated = transaction_timestamp()
    where p.name = shard_name and p.last_seq_id = starting_sequence
    returning p.last_seq_id into mark;

    if mark is null then
        return (select p.last_seq_id from public.mt_event_progression p where p.name = shard_name);
    end if;

    insert into public.mt_high_water_skips (ending_sequence, starting_sequence, timestamp)
    values (ending_sequence, starting_sequence, transaction_timestamp())
    on conflict (ending_sequence) do nothing;
    return mark;
end $$;
