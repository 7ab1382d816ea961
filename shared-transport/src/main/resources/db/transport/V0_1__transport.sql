-- How far each partition has been processed; committed together with the effect of its records.
create table consumed (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null check (next_offset >= 0),
    primary key (topic, partition)
) with (fillfactor = 50); -- room for updates in place, several a second on a handful of rows

-- Records that are committed but not yet acknowledged by the broker.
create table outbox (
    id      bigint generated always as identity primary key,
    topic   text   not null,
    key     text   not null,
    value   bytea, -- null is a tombstone
    headers jsonb  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_cost_delay = 0);

-- A queue: every value is written once, read once and deleted. Statements arrive compressed already.
alter table outbox alter column value set storage external;
