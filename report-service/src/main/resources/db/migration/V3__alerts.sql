-- What a person was told of, as it stands; read back from its topic when the schema is new.
create table alert (
    id              uuid        not null primary key,
    version         bigint      not null,
    kind            text        not null,
    subject         text        not null,
    account         text,
    lasts           boolean     not null,
    raised_at       timestamptz not null,
    ended_at        timestamptz,
    acknowledged_at timestamptz,
    alert           text        not null
);
comment on column alert.lasts is 'goes on until ended_at; else it has happened and stays so';
create index alert_raised on alert (raised_at desc, id);
create index alert_open on alert (kind) where acknowledged_at is null and ended_at is null;
create index alert_spell on alert (ended_at) where lasts;

-- How the newest run of each query ended.
create table fetch_run (
    account  text        not null,
    query    text        not null,
    version  bigint      not null,
    ended_at timestamptz not null,
    run      text        not null,
    primary key (account, query)
);

-- Few of many entries are assignments or exercises, and each look asks for the newest of them.
create index chronological_events_delivery on chronological_events (report_date) where assignments + exercises > 0;

-- Executions no statement told yet: those of the day that runs, and hardly any before.
create index live_fill_provisional on live_fill (account, report_date) where status = 'PROVISIONAL';
