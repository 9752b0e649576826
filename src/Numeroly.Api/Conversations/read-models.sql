-- Plain rows for lists, counts and any SQL tool. They repeat nothing: each is read from the snapshot or the event that holds it.

create schema if not exists views;

-- Enum words as the API writes them: LeftForGood is left_for_good.
create or replace function views.word(text) returns text
language sql immutable parallel safe return lower(regexp_replace($1, '(?<!^)([A-Z])', '_\1', 'g'));

-- Text for searching: lower case, Vietnamese letters to their base letter, combining marks dropped.
create or replace function views.fold(text) returns text
language sql immutable parallel safe return lower(translate(
    regexp_replace($1, '[\u0300-\u036f]', '', 'g'),
    'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ',
    'aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyaaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy'));

-- A stored time. Immutable, since what is stored names its offset.
create or replace function views.moment(text) returns timestamptz
language sql immutable parallel safe return $1::timestamptz;

-- On columns that Marten keeps beside the snapshot: an index on the snapshot itself would be written with every message.
create index if not exists conversations_of_user on public.mt_doc_conversation (user_id);
create index if not exists conversations_open on public.mt_doc_conversation (id) where ended_at is null;
create index if not exists conversations_ended on public.mt_doc_conversation (ended_at) where ended_at is not null;

-- Saves a message once, whoever saves it; and finds it.
create unique index if not exists mt_events_message on public.mt_events (stream_id, ((data ->> 'MessageId')::uuid)) where type = 'message_saved';
create index if not exists mt_events_turns on public.mt_events (views.moment(data ->> 'EndedAt')) where type = 'turn_measured';

create or replace view views.conversations as
select
    id as conversation_id,
    (data ->> 'Version')::bigint as version,
    user_id,
    views.word(data ->> 'Language') as language,
    views.moment(data ->> 'CreatedAt') as created_at,
    joined.at as joined_at,
    ended_at,
    views.word(data -> 'Ending' ->> 'Cause') as end_cause,
    (data -> 'Ending' ->> 'Rating')::integer as rating,
    case when ended_at is not null then coalesce(greatest(0, extract(epoch from ended_at - joined.at)), 0)::double precision end as duration_seconds,
    (data ->> 'MessageCount')::integer as message_count,
    views.moment(data ->> 'LastMessageAt') as last_message_at,
    case
        when 'Pending' = any(recorded.statuses) then 'pending'
        when 'Ready' = any(recorded.statuses) then 'ready'
        when data ->> 'RecordingFailure' is not null or cardinality(recorded.statuses) > 0 then 'failed'
        when joined.at is null then 'none'
        else 'pending'
    end as recording_status,
    recorded.seconds as recording_seconds,
    views.moment(data ->> 'RoomExpiresAt') as room_expires_at,
    views.moment(data ->> 'RoomDeletedAt') as room_deleted_at
from public.mt_doc_conversation
cross join lateral (
    select min(views.moment(session ->> 'JoinedAt')) as at
    from jsonb_array_elements(data -> 'Sessions') session where session ->> 'Who' = 'User') joined
cross join lateral (
    select sum((recording ->> 'DurationSeconds')::double precision) as seconds,
           coalesce(array_agg(recording ->> 'Status'), '{}') as statuses
    from jsonb_array_elements(data -> 'Recordings') recording) recorded;

create or replace view views.recordings as
select
    id as conversation_id,
    recording ->> 'RecordingId' as recording_id,
    views.word(recording ->> 'Status') as status,
    views.moment(recording ->> 'StartedAt') as started_at,
    (recording ->> 'DurationSeconds')::double precision as duration_seconds,
    recording ->> 'FailureReason' as failure_reason
from public.mt_doc_conversation
cross join lateral jsonb_array_elements(data -> 'Recordings') recording;

-- One row per saved message; what was heard of an answer is what was said last of it.
create or replace view views.transcript as
select
    saved.stream_id as conversation_id,
    saved.version,
    (saved.data ->> 'MessageId')::uuid as message_id,
    views.word(saved.data ->> 'Speaker') as speaker,
    saved.data ->> 'Text' as text,
    (saved.data ->> 'Confidence')::double precision as confidence,
    views.word(saved.data ->> 'EmotionalTone') as emotional_tone,
    coalesce(
        (select cut.data ->> 'Heard' from public.mt_events cut
         where cut.stream_id = saved.stream_id and cut.version > saved.version and cut.type = 'answer_interrupted'
           and saved.data ->> 'Speaker' = 'Assistant' and cut.data ->> 'MessageId' = saved.data ->> 'MessageId'
         order by cut.version desc limit 1),
        saved.data ->> 'Heard') as heard,
    views.moment(saved.data ->> 'SpokenAt') as spoken_at,
    saved.timestamp as saved_at
from public.mt_events saved
where saved.type = 'message_saved' and not saved.is_archived;

create or replace view views.turns as
select
    turn.stream_id as conversation_id,
    turn.version,
    (turn.data ->> 'TurnId')::uuid as turn_id,
    views.word(conversation.data ->> 'Language') as language,
    views.word(turn.data ->> 'Input') as input,
    views.word(turn.data ->> 'Outcome') as outcome,
    (turn.data ->> 'SpokenSeconds')::double precision as spoken_seconds,
    (turn.data ->> 'UnderstoodAfterMs')::double precision as understood_after_ms,
    (turn.data ->> 'FirstWordsAfterMs')::double precision as first_words_after_ms,
    (turn.data ->> 'FirstSoundAfterMs')::double precision as first_sound_after_ms,
    (turn.data ->> 'AudibleAfterMs')::double precision as audible_after_ms,
    turn.data ->> 'SpeechToText' as speech_to_text,
    turn.data ->> 'Reply' as reply,
    turn.data ->> 'TextToSpeech' as text_to_speech,
    views.moment(turn.data ->> 'EndedAt') as ended_at
from public.mt_events turn
join public.mt_doc_conversation conversation on conversation.id = turn.stream_id
where turn.type = 'turn_measured' and not turn.is_archived;

-- What waits to be handled, and when it is due: in its conversation's sequence, or in Wolverine's schedule until then.
create or replace view views.messages as
select conversation_id, place, type, coalesce(published_at, entered_at) as due_at, last_failure
from sequencer.messages where died_at is null
union all
select
    substring(encode(body, 'escape') from '"ConversationId":"([0-9a-f-]{36})"')::uuid,
    0,
    views.word(split_part(message_type, '.', -1)),
    execution_time,
    null
from wolverine.wolverine_incoming_envelopes
where status = 'Scheduled' and coalesce(substring(encode(body, 'escape') from '"Place":([0-9]+)'), '0') = '0';

create or replace view views.dead_letters as
select
    id,
    substring(encode(body, 'escape') from '"ConversationId":"([0-9a-f-]{36})"')::uuid as conversation_id,
    views.word(split_part(message_type, '.', -1)) as type,
    exception_type || ': ' || exception_message as failure,
    sent_at,
    coalesce(failed_at, sent_at) as died_at
from wolverine.wolverine_dead_letters;
