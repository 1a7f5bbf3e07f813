-- A history as the first layout wrote it, from the sample workspace 2014-15-q1.
PRAGMA application_id = 1346521905;
PRAGMA user_version = 1;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    stored TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('archived', 'rejected')),
    source TEXT NOT NULL,
    known_on TEXT NOT NULL,
    run INTEGER NOT NULL,
    plan_hash TEXT NOT NULL,
    latest TEXT
) STRICT;
INSERT INTO "file" VALUES(5,'ee124623e87579f4b4f01929aea13cebde5ab07756a467254f479a75c6f6a517','Reoffending cohort summary June 2014.xlsx','archive/2014-09/ee124623-Reoffending cohort summary June 2014.xlsx','archived','cohort','2014-09-29',1,'60c2dbfec213653e6e5831a473a36f071dcd54265c24395cc36ada089d820019','2014/15 Q1');
INSERT INTO "file" VALUES(6,'fda9b0f7bdad1164aa08fba185de24654a1450f54c15447b6f0a54e076e6d668','Savings at 31 March 2014.xlsx','archive/2014-09/fda9b0f7-Savings at 31 March 2014.xlsx','archived','savings','2014-09-29',1,'60c2dbfec213653e6e5831a473a36f071dcd54265c24395cc36ada089d820019','2014-03');
INSERT INTO "file" VALUES(10,'9d753029bdd2a350ab53efca143d91f48e7d2f79d0d753958dda643e1455f477','Youth Offending City return Q1 2014-15.xlsx','archive/2014-09/9d753029-Youth Offending City return Q1 2014-15.xlsx','archived','youth-city','2014-09-29',1,'60c2dbfec213653e6e5831a473a36f071dcd54265c24395cc36ada089d820019','2014/15 Q1');
INSERT INTO "file" VALUES(12,'806f6697269a3a309515f21ae1fa59a628d90c2fd8605ec56506694a5848663a','public_confidence_survey.csv','archive/2014-09/806f6697-public_confidence_survey.csv','archived','confidence','2014-09-29',1,'60c2dbfec213653e6e5831a473a36f071dcd54265c24395cc36ada089d820019','2014/15 Q1');
CREATE TABLE finding (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    severity TEXT NOT NULL,
    rule TEXT NOT NULL,
    place TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER,
    cell_column INTEGER,
    message TEXT NOT NULL,
    remedy TEXT NOT NULL,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "finding" VALUES(10,0,'note','sign-off-not-yet','Youth Offending City return Q1 2014-15.xlsx','Return',5,1,'The return says that its board has not seen it yet.','Once it has been presented, type the date and send the return again.','Not yet presented','a date');
CREATE TABLE finished_run (
    known_on TEXT NOT NULL,
    run INTEGER NOT NULL,
    PRIMARY KEY (known_on, run)
) STRICT, WITHOUT ROWID;
INSERT INTO "finished_run" VALUES('2014-09-29',1);
CREATE TABLE observation (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    measure TEXT NOT NULL,
    area TEXT NOT NULL,
    period TEXT NOT NULL,
    value REAL,
    pence INTEGER,
    denominator REAL,
    marker TEXT NOT NULL,
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER NOT NULL,
    cell_column INTEGER NOT NULL,
    PRIMARY KEY (file, position),
    CHECK (value IS NULL OR pence IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "observation" VALUES(5,0,'offending-18-24','force','2014/15 Q1',38.0,NULL,NULL,'','cohort','Summary',6,1);
INSERT INTO "observation" VALUES(5,1,'offending-18-24','force','2013/14 Q1',90.0,NULL,NULL,'','cohort','Summary',6,2);
INSERT INTO "observation" VALUES(5,2,'reoffending-18-24','force','2014/15 Q1',NULL,NULL,NULL,'not supplied','cohort','Summary',7,1);
INSERT INTO "observation" VALUES(5,3,'reoffending-18-24','force','2013/14 Q1',NULL,NULL,NULL,'not supplied','cohort','Summary',7,2);
INSERT INTO "observation" VALUES(10,0,'first-time-entrants','city','2014/15 Q1',27.0,NULL,NULL,'','youth-city','Return',9,3);
INSERT INTO "observation" VALUES(10,1,'first-time-entrants','city','2013/14 Q1',31.0,NULL,NULL,'','youth-city','Return',10,3);
INSERT INTO "observation" VALUES(12,0,'confidence','force','2013/14 Q1',77.4,NULL,1000.0,'','confidence','public_confidence_survey',1,1);
INSERT INTO "observation" VALUES(12,1,'confidence','force','2013/14 Q2',78.3,NULL,1004.0,'','confidence','public_confidence_survey',2,1);
INSERT INTO "observation" VALUES(12,2,'confidence','force','2013/14 Q3',79.1,NULL,1002.0,'','confidence','public_confidence_survey',3,1);
INSERT INTO "observation" VALUES(12,3,'confidence','force','2013/14 Q4',80.5,NULL,1001.0,'','confidence','public_confidence_survey',4,1);
INSERT INTO "observation" VALUES(12,4,'confidence','force','2014/15 Q1',81.8,NULL,1000.0,'','confidence','public_confidence_survey',5,1);
CREATE TABLE saving (
    file INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    recurring TEXT NOT NULL,
    year TEXT NOT NULL,
    pence INTEGER NOT NULL,
    scope TEXT NOT NULL,
    as_at TEXT,
    estimate TEXT NOT NULL,
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER NOT NULL,
    cell_column INTEGER NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "saving" VALUES(6,0,'Savings required over the period','Finance','required','','2013-04 to 2017-03',2300000000,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',5,4);
INSERT INTO "saving" VALUES(6,1,'Shared human resources service','Corporate services','realised','recurring','2013-04 to 2017-03',118432050,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',6,4);
INSERT INTO "saving" VALUES(6,2,'Estate: two sites closed','Estates','realised','recurring','2013-04 to 2017-03',96120025,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',7,4);
INSERT INTO "saving" VALUES(6,3,'Fleet replaced less often','Transport','realised','recurring','2013-04 to 2017-03',41875900,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',8,4);
INSERT INTO "saving" VALUES(6,4,'Sale of surplus equipment','Transport','realised','one-off','2013-04 to 2017-03',12450025,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',9,4);
INSERT INTO "saving" VALUES(6,5,'Regional procurement contract','Finance','realised','recurring','2013-04 to 2017-03',55122000,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',10,4);
INSERT INTO "saving" VALUES(6,6,'Shift pattern review','Operations','planned','recurring','2013-04 to 2017-03',74400000,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',11,4);
INSERT INTO "saving" VALUES(6,7,'Custody suites: one fewer','Operations','identified','recurring','2013-04 to 2017-03',61235075,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',12,4);
INSERT INTO "saving" VALUES(6,8,'Energy contracts','Estates','nearing completion','recurring','2013-04 to 2017-03',22114925,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',13,4);
INSERT INTO "saving" VALUES(6,9,'Printing in one place','Corporate services','identified','recurring','2013-04 to 2017-03',26250000,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',14,4);
INSERT INTO "saving" VALUES(6,10,'Four-day opening of front counters','Operations','idea','recurring','2013-04 to 2017-03',31000000,'1 April 2013 to 31 March 2017','2014-03-31','latest','savings','Schemes',15,4);
CREATE TABLE sign_off (
    file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
    organisation TEXT NOT NULL,
    board TEXT NOT NULL,
    period TEXT,
    presented_on TEXT,
    completed_by TEXT NOT NULL,
    sheet TEXT NOT NULL,
    cell_row INTEGER,
    cell_column INTEGER
) STRICT;
INSERT INTO "sign_off" VALUES(10,'City Youth Offending Service','Youth Offending Management Board','2014/15 Q1',NULL,'Performance officer','Return',5,1);
CREATE TABLE written (
    path TEXT PRIMARY KEY,
    hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "written" VALUES('dashboards/Police and Crime Plan - partnership dashboard 2014-15 Q1 internal.xlsx','c95781466e58f3df40f88e4a560e69e1ea171b2c8065e74a986700f770fe5f62');
COMMIT;
