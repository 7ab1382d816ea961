-- Whether the broker's gateway is heard: its newest word, by gateway.
create table gateway (
    gateway   text        not null primary key,
    version   bigint      not null,
    stated_at timestamptz not null,
    state     text        not null,
    status    text        not null
);

-- What the gateway told of executions, before and after a statement confirmed it.
create table live_fill (
    account             text        not null,
    execution           text        not null,
    exec_id             text        not null,
    event_id            uuid        not null,
    occurred_at         timestamptz not null,
    report_date         date        not null,
    symbol              text        not null,
    instrument          text        not null,
    quantity            numeric     not null,
    price               numeric     not null,
    currency            text        not null,
    commission          numeric,
    commission_currency text,
    stated_at           timestamptz not null,
    status              text        not null,
    fill                text        not null,
    primary key (account, execution)
);
comment on column live_fill.execution is 'the execution id without its revision, which a correction counts up';
comment on column live_fill.commission is 'null while the gateway has not told it';
create index live_fill_day on live_fill (account, report_date, occurred_at);

-- Executions a statement has told, so that one the gateway tells later is known to be confirmed.
create table confirmed_execution (
    account   text not null,
    execution text not null,
    primary key (account, execution)
);

create index nav_kind on nav (account, kind, nav_date);
