-- What the gateway said of executions, byte for byte. Kept for ever, changed never: fills follow from it.
create table frame (
    number         bigint generated always as identity primary key,
    sha256         text collate "C" not null,
    server_version int              not null,
    received_at    timestamptz      not null,
    section        text             not null,
    execution      text,
    reason         text,
    payload        bytea            not null,
    unique (sha256, server_version)
);
comment on column frame.execution is 'what all versions of the execution share; null for any other message';
comment on column frame.reason is 'why it could not be read, without any value';
create index frame_execution on frame (execution) where execution is not null;
create index frame_unreadable on frame (number) where reason is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'frames are kept as they came';
end
$$;
create trigger frame_is_kept before update or delete on frame
    for each row execute function refuse_change();
create trigger frames_are_kept before truncate on frame
    for each statement execute function refuse_change();

-- Fills as they were told last: one row for each provisional fact, and for what could not be told.
create table fill (
    account             text        not null,
    natural_key         text        not null,
    execution           text        not null,
    exec_id             text        not null,
    frame               bigint      not null references frame (number),
    report_date         date        not null,
    occurred_at         timestamptz,
    heard_at            timestamptz not null,
    conid               int         not null,
    symbol              text        not null,
    side                text        not null,
    quantity            numeric     not null,
    price               numeric     not null,
    currency            text,
    commission          numeric,
    commission_currency text,
    realized            numeric,
    venue               text,
    order_ref           text,
    reviews             text[]      not null,
    told                boolean     not null,
    stated_at           timestamptz not null,
    content             text        not null,
    primary key (account, natural_key)
);
comment on column fill.commission is 'as the gateway signs it: positive is paid; null until it comes';
comment on column fill.told is 'false for what cannot be valued: it waits for a person';
comment on column fill.content is 'what was told, without its time of telling';
create index fill_day on fill (report_date, account);
create index fill_pending on fill (heard_at) where commission is null;

-- Net asset values as they were told last, and the whole image each was made from.
create table live_account (
    account   text primary key,
    as_of     timestamptz not null,
    nav_date  date        not null,
    version   bigint      not null,
    snapshot  text        not null,
    image     text        not null
);

-- Images that were asked for by hand.
create table account_snapshot (
    id       bigint generated always as identity primary key,
    account  text        not null,
    taken_at timestamptz not null,
    image    text        not null
);
create index account_snapshot_latest on account_snapshot (account, taken_at desc);

-- How often each gateway's status was told.
create table told_status (
    gateway text primary key,
    version bigint not null
);
