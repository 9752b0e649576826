-- Every delivery as it came, with the verdict on it. What was accepted once is a duplicate ever after.

create schema if not exists durable;

create table if not exists durable.webhook_deliveries (
    id              uuid        not null primary key,
    received_at     timestamptz not null default now(),
    verdict         text        not null,
    event_id        text        null,
    event_type      text        null,
    business_key    text        null,
    conversation_id uuid        null,
    body            bytea       not null
);

create unique index if not exists webhook_deliveries_event on durable.webhook_deliveries (event_id) where verdict = 'accepted';
create unique index if not exists webhook_deliveries_business_key on durable.webhook_deliveries (business_key) where verdict = 'accepted';
create index if not exists webhook_deliveries_received on durable.webhook_deliveries (received_at);
create index if not exists webhook_deliveries_conversation on durable.webhook_deliveries (conversation_id) where conversation_id is not null;
