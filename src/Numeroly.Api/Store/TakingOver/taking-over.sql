-- What a store of the version before Marten and Wolverine holds besides its events, put where it belongs now. A row that is
-- taken over is gone from its old place, or marked there, in one transaction, so that doing this again, or beside a node of that
-- version, does nothing twice. What a node of that version is at work on, and has locked, is left to it. The other messages are moved by
-- MessagesBefore and DeadLettersBefore, since only Wolverine can schedule.

update public.mt_doc_conversation set ended_at = (data -> 'Ending' ->> 'EndedAt')::timestamptz
where ended_at is null and data -> 'Ending' ->> 'EndedAt' is not null;

do $$
begin
    if to_regclass('durable.messages') is not null then
        -- 1316318565 is that version's class of locks. A summons that was given up is tried anew: nobody replays it any more.
        with free as materialized (
            select id, stream_id from durable.messages where type = 'attend_conversation'),
        summoned as (
            delete from durable.messages where id in (
                select id from free where pg_try_advisory_xact_lock(1316318565, hashtext(stream_id::text)))
            returning body, sent_at, correlation_id, causation_id),
        given_up as (
            delete from durable.dead_letters where type = 'attend_conversation' returning body, sent_at, correlation_id, causation_id)
        insert into durable.summons (conversation_id, summoned_at, correlation_id, causation_id)
        select (body ->> 'ConversationId')::uuid, sent_at, correlation_id, causation_id
        from (select * from summoned union all select * from given_up) summons
        on conflict do nothing;
    end if;

    if to_regclass('durable.idempotency_keys') is not null then
        -- A node of that version may still be asked for these: they are marked, by an attempt that is nobody's, and stay a day.
        delete from durable.idempotency_keys where created_at <= now() - interval '24 hours' or status is null and lease_until < now();
        with answered as (
            update durable.idempotency_keys set attempt = '00000000-0000-0000-0000-000000000000'
            where status is not null and attempt is null returning *)
        insert into wolverine.wolverine_deduplicated_responses (deduplication_id, expires, fingerprint, claim_token, status_code, body, location)
        select 'sha256:' || encode(sha256(convert_to(owner || E'\n' || key, 'UTF8')), 'hex'), created_at + interval '24 hours',
               encode(fingerprint, 'hex'), gen_random_uuid()::text, status, replace(encode(answer, 'base64'), E'\n', ''), location
        from answered
        on conflict do nothing;
    end if;
end $$;
