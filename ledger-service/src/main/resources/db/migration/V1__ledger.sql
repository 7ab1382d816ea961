create table account (
    account       text primary key,
    base_currency text,
    dirty_from    date,
    last_day      date,
    held          text
);
comment on column account.dirty_from is 'first report date whose facts are not folded yet';
comment on column account.held is 'why the fold of this account waits, for a person';

create table event (
    account     text        not null,
    event_id    uuid        not null,
    stated_at   timestamptz not null,
    artifact    text        not null,
    type        text        not null,
    report_date date        not null,
    superseded  boolean     not null,
    json        text        not null,
    primary key (event_id, stated_at, artifact)
);
create index event_day on event (account, report_date);

create table checkpoint (
    account text not null,
    day     date not null,
    state   text not null,
    primary key (account, day)
);

create table entry (
    account     text   not null,
    entry_id    uuid   not null,
    report_date date   not null,
    sequence    int    not null,
    version     bigint not null,
    hash        text   not null,
    json        text,
    primary key (account, entry_id)
);
comment on column entry.json is 'null once withdrawn';
create index entry_day on entry (account, report_date, sequence);

create table posting (
    account        text    not null,
    entry_id       uuid    not null,
    line           int     not null,
    ledger_account text    not null,
    commodity      text    not null,
    amount         numeric not null,
    primary key (account, entry_id, line),
    foreign key (account, entry_id) references entry (account, entry_id)
);

create table position (
    account     text   not null,
    instrument  text   not null,
    report_date date   not null,
    version     bigint not null,
    hash        text   not null,
    json        text   not null,
    primary key (account, instrument)
);

create table nav (
    account     text   not null,
    key         text   not null,
    report_date date   not null,
    version     bigint not null,
    hash        text   not null,
    json        text,
    primary key (account, key)
);
comment on column nav.json is 'null once withdrawn';
create index nav_day on nav (account, report_date);
