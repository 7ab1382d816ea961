-- What is to be told of alerts, by channel. It names no other table: an alert read back is here already, or was told long ago.
create table alert_delivery (
    alert    uuid        not null,
    channel  text        not null,
    state    text        not null,
    attempts int         not null default 0,
    added_at timestamptz not null,
    next_at  timestamptz,
    error    text,
    sent_at  timestamptz,
    message  text        not null,
    primary key (alert, channel),
    constraint alert_delivery_state check (state in ('PENDING', 'SENT', 'GIVEN_UP'))
);
comment on column alert_delivery.next_at is 'when it is tried next; moved ahead when an attempt begins, so that one that is cut short is repeated';
comment on column alert_delivery.message is 'the alert as it was raised, so that sending needs nothing else';
create index alert_delivery_due on alert_delivery (channel, next_at) where state = 'PENDING';
