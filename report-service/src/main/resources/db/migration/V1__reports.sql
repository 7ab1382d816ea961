-- One row per journal entry: the order in which a day is told, and what its totals are made of.
create table chronological_events (
    account         text        not null,
    entry_id        uuid        not null,
    report_date     date        not null,
    sequence        int         not null,
    event_timestamp timestamptz not null,
    timed           boolean     not null,
    event_type      text        not null,
    description     text        not null,
    instrument      text,
    symbol          text,
    underlying      text,
    currency        text,
    quantity        numeric,
    price           numeric,
    amount          numeric,
    base_currency   text,
    impact          numeric     not null,
    flow            numeric     not null,
    commissions     numeric     not null,
    assignments     int         not null,
    exercises       int         not null,
    source_artifact text,
    source_section  text,
    source_ordinal  int,
    version         bigint      not null,
    hash            text        not null,
    entry           text        not null,
    primary key (account, entry_id)
);
comment on column chronological_events.amount is 'proceeds or cash, in currency';
comment on column chronological_events.impact is 'change of net asset value in base; zero for opening balances';
comment on column chronological_events.flow is 'money that entered or left the account, in base';
comment on column chronological_events.hash is 'of the content, without versions and sources';
-- Entries of the same fact-laden day share most of their text.

create index chronological_events_day on chronological_events (account, report_date, sequence);
create index chronological_events_time on chronological_events (event_timestamp);
create index chronological_events_symbol on chronological_events (account, symbol, report_date, sequence)
    where event_type in ('trade', 'cancellation');

-- Every lot there ever was: closed parts from journal entries, open ones from positions.
create table lot_history (
    account           text        not null,
    origin            text        not null,
    ordinal           int         not null,
    instrument        text        not null,
    symbol            text        not null,
    lot               uuid        not null,
    entry_date        date        not null,
    entry_timestamp   timestamptz not null,
    exit_date         date,
    exit_timestamp    timestamptz,
    quantity          numeric     not null,
    currency          text        not null,
    entry_price       numeric     not null,
    exit_price        numeric,
    basis             numeric     not null,
    realized_broker   numeric,
    realized_economic numeric,
    basis_known       boolean     not null,
    primary key (account, origin, ordinal)
);
comment on column lot_history.origin is 'the closing entry, or the position for a lot that is open';
create index lot_history_entry on lot_history (account, entry_date);
create index lot_history_exit on lot_history (account, exit_date);

create table position (
    account     text        not null,
    instrument  text        not null,
    symbol      text        not null,
    report_date date        not null,
    as_of       timestamptz not null,
    quantity    numeric     not null,
    currency    text        not null,
    mark        numeric,
    version     bigint      not null,
    hash        text        not null,
    state       text        not null,
    primary key (account, instrument)
);

create table nav (
    account  text        not null,
    nav_date date        not null,
    kind     text        not null,
    as_of    timestamptz not null,
    currency text        not null,
    total    numeric     not null,
    opening  numeric,
    twr      numeric,
    version  bigint      not null,
    hash     text        not null,
    snapshot text        not null,
    primary key (account, nav_date, kind)
);
