-- Fills the Gateway tells before a statement does. They are never deleted: what was told when can always be read.
alter table event
    add column provisional boolean not null default false,
    add column execution   text,
    add column trades_from date,
    add column trades_to   date;
comment on column event.execution is 'of a fill: the execution id without its revision';
comment on column event.trades_from is 'of a statement that has the section of trades: first day it covers; trades_to is the last';

update event set provisional = true
 where type = 'fill.v1' and json::jsonb #>> '{fact,provisional}' = 'true';
update event set execution = regexp_replace(json::jsonb #>> '{ids,execId}',
                                            '^([^.]+\.[^.]+\.[^.]+)\.[0-9]{1,9}$', '\1')
 where type = 'fill.v1' and btrim(json::jsonb #>> '{ids,execId}') <> '';
update event set trades_from = (json::jsonb ->> 'from')::date, trades_to = (json::jsonb ->> 'to')::date
 where type = 'statement-read.v1' and json::jsonb -> 'sections' ? 'Trades';

create index event_execution on event (account, execution) where execution is not null and not provisional;
create index event_valued on event (account, report_date) where type = 'nav-stated.v1';
create index event_trades on event (account, trades_to) where trades_to is not null;

create table provisional_fill (
    account      text    not null,
    event_id     uuid    primary key,
    execution    text,
    report_date  date    not null,
    status       text,
    day          date,
    confirmed_by uuid,
    left_out     text,
    settled      boolean not null default false
);
comment on table provisional_fill is 'where each provisional fill stood when its account was last folded';
comment on column provisional_fill.status is 'null until its account is folded';
comment on column provisional_fill.day is 'the day it counts on; the day it is flagged on while unconfirmed; null once confirmed';
comment on column provisional_fill.left_out is 'why its day cannot be folded with it, for a person';
comment on column provisional_fill.settled is 'confirmed, and nothing has come since that could change it';
create index provisional_fill_listed on provisional_fill (account, report_date, event_id);
create index provisional_fill_open on provisional_fill (account) where not settled;
create index provisional_fill_day on provisional_fill (account, day) where day is not null;
create index provisional_fill_execution on provisional_fill (account, execution) where settled;
create index provisional_fill_confirmed on provisional_fill (confirmed_by) where settled;

insert into provisional_fill (account, event_id, execution, report_date)
select distinct on (event_id) account, event_id, execution, report_date
  from event where provisional
 order by event_id, stated_at desc, artifact desc;

alter table account add column live_from date;
comment on column account.live_from is 'first report date whose provisional fills are not folded yet';
update account
   set live_from = (select min(report_date) from provisional_fill where provisional_fill.account = account.account);
