-- Sections without which nothing of a file is taken; given for files that a query of a certain role fetched.
alter table received_file add column required_sections text[];

-- A fetch is a run with stages.
alter table ingestion_run
    add column owner                     text, -- the process that works on it; of a fetch, its account's lock tells
    add column query_id                  text,
    add column query                     text,
    add column role                      text,
    add column account_id                text,
    add column from_date                 date,
    add column to_date                   date,
    add column backfill_id               bigint,
    add column next_step                 text,
    add column missing_sections          text[]  not null default '{}',
    add column deduplicated              boolean not null default false,
    add column canonical_input_row_count int,
    add column canonical_duration_ms     bigint,
    add column canonical_skip_reason     text,
    add column diagnostics               jsonb   not null default '[]'
        check (jsonb_typeof(diagnostics) = 'array');
create index ingestion_run_of_query on ingestion_run (query_id, account_id, file_id) where query_id is not null;

-- Calls to the broker. A token is only ever its fingerprint.
create table flex_call (
    id          bigint      generated always as identity primary key,
    token       text        not null,
    sent_at     timestamptz not null,
    answered_at timestamptz          -- absent while it is under way, and for ever after a crash
);
create index flex_call_newest on flex_call (token, id desc);

-- Queries that rest; '*' is every query of the token.
create table flex_pause (
    query_id   text        not null,
    token      text        not null,
    unattended boolean     not null, -- a person may try all the same
    not_before timestamptz not null,
    reason     text        not null,
    primary key (query_id, token, unattended)
);

-- The time each job last ran for; a job nobody has met yet has none.
create table flex_job (
    query_id    text        not null,
    job         text        not null,
    ran_for     timestamptz not null,
    started_at  timestamptz,
    last_run_id bigint,
    retry_at    timestamptz, -- before its next time, where the last run did not bring what it should have
    attempts    int         not null default 0,
    primary key (query_id, job)
);

-- Ranges of days that are fetched in pieces.
create table backfill (
    id         bigint      generated always as identity primary key,
    query_id   text        not null,
    from_date  date        not null,
    to_date    date        not null,
    status     text        not null check (status in ('started', 'success', 'failed')),
    message    text,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index backfill_open on backfill (id) where status = 'started';
