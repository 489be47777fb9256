/*
 * What the local Apps Script and Google's must have in common, as one plain Apps Script file. Here:
 *
 *     npm run local -- local/facts.js runFacts
 *
 * On Google: paste this file into the script editor of an empty spreadsheet, enable the advanced services Sheets, Drive
 * and People, and run logFacts. Each check gives true, or a text that says what came instead. Where a source says "not documented", the local
 * Apps Script takes the worse case: a failure on Google is news, not an alarm.
 *
 * Facts of web apps: deploy the file as a web app (execute as yourself, for anyone) and open its address with ?n=1&n=2
 * in a window where you have not signed in; or curl -sL -d 'n=2&t=%C3%A9' '<address>?n=1'.
 */
var FACTS = [
  {
    name: 'an exception of a service is an Error named Exception',
    source: 'not documented; seen in execution logs',
    check: function () {
      try {
        Utilities.parseDate('x', 'GMT', 'yyyy');
      } catch (e) {
        return same_([e.name, e instanceof Error, String(e).indexOf('Exception: ')], ['Exception', true, 0]);
      }
      return 'nothing was thrown';
    },
  },
  {
    name: 'what services return are arrays, dates and objects of the script',
    source: 'developers.google.com, V8 runtime overview',
    check: function () {
      var date = Utilities.parseDate('2026', 'GMT', 'yyyy');
      var all = PropertiesService.getScriptProperties().getProperties();
      return same_(
        [Utilities.base64Decode('AA==') instanceof Array, date instanceof Date, all instanceof Object],
        [true, true, true],
      );
    },
  },
  {
    name: 'browser and Node globals do not exist',
    source: 'developers.google.com, V8 runtime overview',
    check: function () {
      var names =
        'setTimeout setInterval TextEncoder TextDecoder fetch FormData Blob URL URLSearchParams atob btoa crypto';
      var more = ' window navigator performance process require structuredClone queueMicrotask';
      var present = (names + more).split(' ').filter(function (name) {
        return typeof globalThis[name] !== 'undefined';
      });
      return same_(present, []);
    },
  },
  {
    name: 'WebAssembly and Intl exist',
    source: 'developers.google.com, V8 runtime overview',
    check: function () {
      return same_([typeof WebAssembly, typeof Intl], ['object', 'object']);
    },
  },
  {
    name: 'Date methods without a zone read the time zone of the script',
    source: 'developers.google.com, Session.getScriptTimeZone',
    check: function () {
      var date = new Date(1782900000000);
      return same_(String(date.getHours()), Utilities.formatDate(date, Session.getScriptTimeZone(), 'H'));
    },
  },
  {
    name: 'a property is stored as text',
    source: 'developers.google.com, Properties.setProperty',
    check: withProperty_(function (store, key) {
      store.setProperty(key, 7);
      return same_(typeof store.getProperty(key), 'string');
    }),
  },
  {
    name: 'an absent property is null',
    source: 'developers.google.com, Properties.getProperty',
    check: function () {
      return same_(PropertiesService.getScriptProperties().getProperty('facts.absent'), null);
    },
  },
  {
    name: 'a property value of 9 KB is taken',
    source: 'developers.google.com, Quotas for Google Services',
    check: withProperty_(function (store, key) {
      store.setProperty(key, new Array(9 * 1024 + 1).join('x'));
      return same_(store.getProperty(key).length, 9 * 1024);
    }),
  },
  {
    name: 'a property value over 9 KB throws Argument too large: value',
    source: 'developers.google.com, Quotas for Google Services; the text from execution logs',
    check: withProperty_(function (store, key) {
      return same_(
        thrown_(function () {
          store.setProperty(key, new Array(9 * 1024 + 2).join('x'));
        }),
        'Argument too large: value',
      );
    }),
  },
  {
    name: 'the 9 KB of a property value are bytes of UTF-8',
    source: 'not documented',
    check: withProperty_(function (store, key) {
      return same_(
        thrown_(function () {
          store.setProperty(key, new Array(5 * 1024).join('é'));
        }),
        'Argument too large: value',
      );
    }),
  },
  {
    name: 'setProperties keeps the other properties',
    source: 'developers.google.com, Properties.setProperties',
    check: withProperty_(function (store, key) {
      store.setProperty(key, 'old');
      store.setProperties({ 'facts.other': 'new' });
      var kept = store.getProperty(key);
      store.deleteProperty('facts.other');
      return same_(kept, 'old');
    }),
  },
  {
    name: 'script, user and document properties are three stores',
    source: 'developers.google.com, Properties Service',
    check: withProperty_(function (store, key) {
      store.setProperty(key, 'script');
      return same_(
        [
          PropertiesService.getUserProperties().getProperty(key),
          PropertiesService.getDocumentProperties().getProperty(key),
        ],
        [null, null],
      );
    }),
  },
  {
    name: 'a cached value is read back',
    source: 'developers.google.com, Cache.put',
    check: function () {
      var cache = CacheService.getScriptCache();
      cache.put('facts', 'value', 60);
      var got = cache.get('facts');
      cache.remove('facts');
      return same_([got, cache.get('facts')], ['value', null]);
    },
  },
  {
    name: 'a cache entry is gone after its seconds',
    source: 'developers.google.com, Cache.put',
    check: function () {
      var cache = CacheService.getScriptCache();
      cache.put('facts', 'value', 1);
      Utilities.sleep(2500);
      return same_(cache.get('facts'), null);
    },
  },
  {
    name: 'a cache key over 250 characters throws Argument too large: key',
    source: 'developers.google.com, Cache.put; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          CacheService.getScriptCache().put(new Array(252).join('k'), 'v');
        }),
        'Argument too large: key',
      );
    },
  },
  {
    name: 'a cache value over 100 KB throws Argument too large: value',
    source: 'developers.google.com, Cache.put; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          CacheService.getScriptCache().put('facts', new Array(100 * 1024 + 2).join('v'));
        }),
        'Argument too large: value',
      );
    },
  },
  {
    name: 'a lock is taken again by the execution that holds it',
    source: 'developers.google.com, Lock.tryLock',
    check: function () {
      var lock = LockService.getScriptLock();
      var got = [lock.hasLock(), lock.tryLock(100), lock.tryLock(100), lock.hasLock()];
      lock.releaseLock();
      return same_(got.concat(lock.hasLock()), [false, true, true, true, false]);
    },
  },
  {
    name: 'a new trigger is listed with its function, source and type until it is deleted',
    source: 'developers.google.com, Trigger',
    check: withTrigger_(
      function () {
        return ScriptApp.newTrigger('runFacts').timeBased().after(3600000).create();
      },
      function (trigger) {
        return same_(
          [
            trigger.getHandlerFunction(),
            trigger.getEventType() === ScriptApp.EventType.CLOCK,
            trigger.getTriggerSource() === ScriptApp.TriggerSource.CLOCK,
            typeof trigger.getUniqueId(),
            listed_(trigger),
          ],
          ['runFacts', true, true, 'string', true],
        );
      },
    ),
  },
  {
    name: 'the 21st trigger is refused',
    source: 'developers.google.com, Quotas for Google Services; the text from execution logs',
    check: function () {
      var made = [];
      try {
        return same_(
          thrown_(function () {
            for (var i = 0; i < 21; i++)
              made.push(ScriptApp.newTrigger('runFacts').timeBased().after(3600000).create());
          }),
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      } finally {
        made.forEach(function (trigger) {
          ScriptApp.deleteTrigger(trigger);
        });
      }
    },
  },
  {
    name: 'everyMinutes takes 1, 5, 10, 15 and 30 only',
    source: 'developers.google.com, ClockTriggerBuilder.everyMinutes; the text is not documented',
    check: function () {
      return same_(
        thrown_(function () {
          ScriptApp.newTrigger('runFacts').timeBased().everyMinutes(7);
        }),
        'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
      );
    },
  },
  {
    name: 'an enum value prints as its name',
    source: 'not documented; seen in execution logs',
    check: function () {
      return same_([String(ScriptApp.AuthMode.FULL), String(ScriptApp.EventType.CLOCK)], ['FULL', 'CLOCK']);
    },
  },
  {
    name: 'a host that does not resolve throws DNS error with the URL, muteHttpExceptions or not',
    source: 'not documented; the text from execution logs, qiita.com/khsk/items/7d90513c88559e3d703f',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/path?q=1', { muteHttpExceptions: true });
        }),
        'DNS error: https://facts.invalid/path?q=1',
      );
    },
  },
  {
    name: 'the header Host is refused',
    source: 'not documented; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/', { headers: { Host: 'example.com' } });
        }),
        'Attribute provided with invalid value: Header:Host',
      );
    },
  },
  {
    name: 'the header Content-Length is refused',
    source: 'not documented; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/', {
            headers: { 'Content-Length': '3' },
            method: 'post',
            payload: 'abc',
          });
        }),
        'Attribute provided with invalid value: Header:Content-Length',
      );
    },
  },
  {
    name: 'a header without a value is refused',
    source: 'not documented; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/', { headers: { 'X-Key': null } });
        }),
        'Attribute provided with invalid value: Header:null',
      );
    },
  },
  {
    name: 'a URL over 2,082 characters is refused',
    source: 'developers.google.com, UrlFetchApp.fetch; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/' + new Array(2100).join('x'));
        }),
        'Limit Exceeded: URLFetch URL Length.',
      );
    },
  },
  {
    name: 'getRequest shows an object payload as a form, whatever the content type',
    source: 'developers.google.com, UrlFetchApp.fetch, payload',
    check: function () {
      var request = UrlFetchApp.getRequest('https://facts.invalid/', {
        method: 'post',
        contentType: 'application/json',
        payload: { a: '1 2', b: 'é' },
      });
      return same_(String(request.payload), 'a=1+2&b=%C3%A9');
    },
  },
  {
    name: 'formatDate knows the patterns of SimpleDateFormat',
    source: 'developers.google.com, Utilities.formatDate; docs.oracle.com, SimpleDateFormat',
    check: function () {
      var date = new Date(Date.UTC(2026, 6, 1, 22, 5, 9, 7));
      return same_(
        [
          Utilities.formatDate(date, 'Europe/Paris', "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
          Utilities.formatDate(date, 'Europe/Paris', 'EEE EEEE MMM MMMM d yy Z'),
          Utilities.formatDate(date, 'GMT', "h:mm a, 'o''clock' X"),
          Utilities.formatDate(date, 'America/New_York', 'D u H Z'),
        ],
        ['2026-07-02T00:05:09.007+02:00', 'Thu Thursday Jul July 2 26 +0200', "10:05 PM, o'clock Z", '182 3 18 -0400'],
      );
    },
  },
  {
    name: 'formatDate takes a date only',
    source: 'not documented; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          Utilities.formatDate('2026-07-01', 'GMT', 'yyyy');
        }),
        "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
      );
    },
  },
  {
    name: 'parseDate reads a text in a time zone, the clock change included',
    source: 'developers.google.com, Utilities.parseDate',
    check: function () {
      return same_(
        [
          Utilities.parseDate('2026-03-28 12:00', 'Europe/Paris', 'yyyy-MM-dd HH:mm').toISOString(),
          Utilities.parseDate('2026-03-29 12:00', 'Europe/Paris', 'yyyy-MM-dd HH:mm').toISOString(),
        ],
        ['2026-03-28T11:00:00.000Z', '2026-03-29T10:00:00.000Z'],
      );
    },
  },
  {
    name: 'bytes are signed',
    source: 'developers.google.com, Utilities.computeDigest (Byte[])',
    check: function () {
      return same_(Utilities.newBlob('é').getBytes(), [-61, -87]);
    },
  },
  {
    name: 'computeDigest and computeHmacSha256Signature give the standard values',
    source: 'developers.google.com, Utilities; RFC 4231, test case 2; FIPS 180-4',
    check: function () {
      return same_(
        [
          hex_(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')),
          hex_(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')),
          hex_(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')),
        ],
        [
          'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
          '900150983cd24fb0d6963f7d28e17f72',
          '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
        ],
      );
    },
  },
  {
    name: 'base64EncodeWebSafe keeps its padding, and decoding gives signed bytes',
    source: 'developers.google.com, Utilities.base64EncodeWebSafe',
    check: function () {
      return same_(
        [
          Utilities.base64EncodeWebSafe([-1, -2, -3, -4]),
          Utilities.base64DecodeWebSafe('__79_A=='),
          Utilities.base64Encode('abc'),
        ],
        ['__79_A==', [-1, -2, -3, -4], 'YWJj'],
      );
    },
  },
  {
    name: 'gzip and ungzip undo each other',
    source: 'developers.google.com, Utilities.gzip',
    check: function () {
      var packed = Utilities.gzip(Utilities.newBlob('été', 'text/plain', 'a.txt'));
      packed.setContentType('application/x-gzip');
      return same_(Utilities.ungzip(packed).getDataAsString(), 'été');
    },
  },
  {
    name: 'parseCsv reads quotes, commas and line breaks inside quotes',
    source: 'developers.google.com, Utilities.parseCsv',
    check: function () {
      return same_(Utilities.parseCsv('a,"b ""c"", d"\n1,"2\n3"'), [
        ['a', 'b "c", d'],
        ['1', '2\n3'],
      ]);
    },
  },
  {
    name: 'formatString fills %s, %d, %05d and %.2f',
    source: 'developers.google.com, Utilities.formatString',
    check: function () {
      return same_(
        Utilities.formatString('%s|%d|%05d|%.2f|%-4s|%%', 'a', 7, 42, 3.14159, 'b'),
        'a|7|00042|3.14|b   |%',
      );
    },
  },
  {
    name: 'getUuid gives a version 4 UUID',
    source: 'developers.google.com, Utilities.getUuid',
    check: function () {
      return same_(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid()),
        true,
      );
    },
  },
  {
    name: 'sleep lets the clock pass',
    source: 'developers.google.com, Utilities.sleep',
    check: function () {
      var start = Date.now();
      Utilities.sleep(1500);
      var passed = Date.now() - start;
      return passed >= 1500 && passed < 5000 ? true : passed + ' ms passed';
    },
  },
  {
    name: 'a printing scriptlet escapes, a force-printing one does not',
    source: 'developers.google.com, HTML Service: Templated HTML',
    check: function () {
      var template = HtmlService.createTemplate(
        '<b><?= value ?></b><i><?!= value ?></i><? for (var i = 0; i < 2; i++) { ?>x<? } ?>',
      );
      template.value = '<a>';
      return same_(template.evaluate().getContent(), '<b>&lt;a&gt;</b><i><a></i>xx');
    },
  },
  {
    name: 'JSON that is printed into an attribute can be read there',
    source: 'developers.google.com, HTML Service: Templated HTML',
    check: function () {
      var template = HtmlService.createTemplate('<p data-start="<?= start ?>"></p>');
      template.start = JSON.stringify({ text: '"quoted" <b> &amp; \\ it\'s' });
      var page = template.evaluate().getContent();
      var entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
      var read = page.slice('<p data-start="'.length, -'"></p>'.length).replace(/&#?(\w+);/g, function (_, name) {
        return entities[name] || String.fromCharCode(Number(name.replace('x', '0x')));
      });
      return same_(read, template.start);
    },
  },
];

/** Runs every fact: how many hold, and for the others what came instead. */
function runFacts() {
  var failed = [];
  FACTS.forEach(function (fact) {
    var got = runFact(fact.name);
    if (got !== true) failed.push({ name: fact.name, got: got });
  });
  return { passed: FACTS.length - failed.length, failed: failed };
}

/** The facts of a GET, with ?n=1&n=2. */
function doGet(e) {
  return answerFacts_(e, WEB_FACTS.concat(GET_FACTS));
}

/** The facts of a POST of the form n=2&t=%C3%A9, with ?n=1. */
function doPost(e) {
  return answerFacts_(e, WEB_FACTS.concat(POST_FACTS));
}

function answerFacts_(e, facts) {
  var failed = [];
  facts.forEach(function (fact) {
    var got;
    try {
      got = fact.check(e);
    } catch (error) {
      got = 'threw ' + error;
    }
    if (got !== true) failed.push({ name: fact.name, got: got });
  });
  var answer = { passed: facts.length - failed.length, failed: failed };
  return ContentService.createTextOutput(JSON.stringify(answer)).setMimeType(ContentService.MimeType.JSON);
}

/** Runs one fact by its name: true, or a text. */
function runFact(name) {
  var fact = FACTS.filter(function (candidate) {
    return candidate.name === name;
  })[0];
  try {
    return fact.check();
  } catch (e) {
    return 'threw ' + e;
  }
}

/** The facts without their checks. */
function listFacts() {
  return FACTS.map(function (fact) {
    return { name: fact.name, source: fact.source };
  });
}

/** As runFacts, for the Run button: the answer stands in the log. */
function logFacts() {
  console.log(JSON.stringify(runFacts(), null, 2));
}

function same_(got, wanted) {
  var text = JSON.stringify(got);
  return text === JSON.stringify(wanted) ? true : String(text);
}

function thrown_(action) {
  try {
    action();
  } catch (e) {
    return e.message;
  }
  return null;
}

function withProperty_(check) {
  return function () {
    var store = PropertiesService.getScriptProperties();
    try {
      return check(store, 'facts.key');
    } finally {
      store.deleteProperty('facts.key');
    }
  };
}

function withTrigger_(create, check) {
  return function () {
    var trigger = create();
    try {
      return check(trigger);
    } finally {
      ScriptApp.deleteTrigger(trigger);
    }
  };
}

function listed_(trigger) {
  return ScriptApp.getProjectTriggers().some(function (other) {
    return other.getUniqueId() === trigger.getUniqueId();
  });
}

function hex_(bytes) {
  return bytes
    .map(function (byte) {
      return ('0' + (byte & 255).toString(16)).slice(-2);
    })
    .join('');
}

/*
 * Facts about tabs. Each check works on a tab of its own in the active spreadsheet and takes it away again; dates are
 * written in ways that every locale reads alike.
 */

function onTab_(check) {
  var spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  var before = spreadsheet.getActiveSheet();
  var sheet = spreadsheet.insertSheet('facts ' + Utilities.getUuid());
  try {
    return check(sheet, spreadsheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
    spreadsheet.setActiveSheet(before);
  }
}

function written_(sheet, text) {
  var cell = sheet.getRange('A1').clear().setValue(text);
  return [cell.getValue(), cell.getFormula()];
}

/* A fact about a tab: `check` gets the tab and the spreadsheet and gives what `wanted` must equal. */
function tabFact_(name, source, wanted, check) {
  FACTS.push({
    name: name,
    source: source === 'not documented' ? source : 'developers.google.com, ' + source,
    check: function () {
      return same_(onTab_(check), wanted);
    },
  });
}

/* Charts: what the dashboard relies on. */

function columnChart_(sheet) {
  sheet.getRange('A1:B3').setValues([
    ['Day', 'Rows'],
    ['a', 1],
    ['b', 2],
  ]);
  return sheet
    .newChart()
    .setChartType(Charts.ChartType.COLUMN)
    .addRange(sheet.getRange('A1:B3'))
    .setNumHeaders(1)
    .setOption('title', 'Facts')
    .setPosition(5, 2, 7, 9)
    .build();
}

function rangesOf_(chart) {
  return chart.getRanges().map(function (range) {
    return range.getA1Notation();
  });
}

tabFact_(
  'a chart that is inserted has an id, its place and its ranges',
  'EmbeddedChartBuilder; Sheet.insertChart',
  [1, true, 5, 2, 7, 9, ['A1:B3'], 'Facts'],
  function (sheet) {
    sheet.insertChart(columnChart_(sheet));
    var charts = sheet.getCharts();
    var place = charts[0].getContainerInfo();
    return [
      charts.length,
      typeof charts[0].getChartId() === 'number',
      place.getAnchorRow(),
      place.getAnchorColumn(),
      place.getOffsetX(),
      place.getOffsetY(),
      rangesOf_(charts[0]),
      charts[0].getOptions().get('title'),
    ];
  },
);

tabFact_('a chart that was not inserted has no id', 'EmbeddedChart.getChartId', null, function (sheet) {
  return columnChart_(sheet).getChartId();
});

tabFact_('an updated chart keeps its id', 'Sheet.updateChart', [1, true, ['A1:A3']], function (sheet) {
  sheet.insertChart(columnChart_(sheet));
  var chart = sheet.getCharts()[0];
  sheet.updateChart(chart.modify().clearRanges().addRange(sheet.getRange('A1:A3')).build());
  var after = sheet.getCharts();
  return [after.length, after[0].getChartId() === chart.getChartId(), rangesOf_(after[0])];
});

tabFact_(
  'ranges of a chart, and its place, follow inserted and deleted rows',
  'not documented',
  ['A3:B5', 7],
  function (sheet) {
    sheet.insertChart(columnChart_(sheet));
    sheet.insertRowsBefore(1, 3);
    sheet.deleteRow(2);
    var chart = sheet.getCharts()[0];
    return rangesOf_(chart).concat(chart.getContainerInfo().getAnchorRow());
  },
);

tabFact_('a removed chart is gone', 'Sheet.removeChart', 0, function (sheet) {
  sheet.insertChart(columnChart_(sheet));
  sheet.removeChart(sheet.getCharts()[0]);
  return sheet.getCharts().length;
});

tabFact_(
  'the value of a sparkline is blank, and its formula is read back',
  'not documented',
  ['', '=SPARKLINE(A1:A3)'],
  function (sheet) {
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    var cell = sheet.getRange('B1').setFormula('=SPARKLINE(A1:A3)');
    return [cell.getValue(), cell.getFormula()];
  },
);

tabFact_(
  'a sparkline without options needs no separator, so that it is the same in every locale',
  'not documented',
  ['', ''],
  function (sheet, spreadsheet) {
    var before = spreadsheet.getSpreadsheetLocale();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    try {
      return ['en_US', 'fr_FR'].map(function (locale) {
        spreadsheet.setSpreadsheetLocale(locale);
        return sheet.getRange('B1').setFormula('=SPARKLINE(A1:A3)').getDisplayValue();
      });
    } finally {
      spreadsheet.setSpreadsheetLocale(before);
    }
  },
);

[
  ['00123', 123],
  ['1e5', 100000],
  ['12345678901234567890', 12345678901234600000],
  ['TRUE', true],
  ['10%', 0.1],
  ['+33612345678', 33612345678],
  ['-5', -5],
  ['abc', 'abc'],
  ["'=1+1", '=1+1'],
  ["'007", '007'],
].forEach(function (pair) {
  tabFact_(
    'setValue turns ' + pair[0] + ' into ' + JSON.stringify(pair[1]),
    'Sheets API, ValueInputOption: USER_ENTERED',
    [pair[1], ''],
    function (sheet) {
      return written_(sheet, pair[0]);
    },
  );
});

tabFact_('setValue takes a text that starts with = for a formula', 'Range.setValue', [2, '=1+1'], function (sheet) {
  return written_(sheet, '=1+1');
});

tabFact_('an expression after + is a formula', 'not documented', 2, function (sheet) {
  return written_(sheet, '+1+1')[0];
});

tabFact_('a text that starts with @ stays text', 'not documented', ['@x', ''], function (sheet) {
  return written_(sheet, '@x');
});

tabFact_('an ISO 8601 instant stays text', 'not documented', '2026-10-02T10:30:00Z', function (sheet) {
  return written_(sheet, '2026-10-02T10:30:00Z')[0];
});

tabFact_(
  'year, month and day become a date',
  'Sheets API, ValueInputOption: USER_ENTERED',
  [true, '2026-10-02'],
  function (sheet, spreadsheet) {
    var date = written_(sheet, '2026-10-02')[0];
    return [date instanceof Date, Utilities.formatDate(date, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd')];
  },
);

tabFact_('the plain-text format keeps what is typed', 'Range.setNumberFormat', ['007', '1/2'], function (sheet) {
  var range = sheet
    .getRange('A1:B1')
    .setNumberFormat('@')
    .setValues([['007', '1/2']]);
  return range.getValues()[0];
});

tabFact_('a formula in a plain-text cell stays a formula', 'not documented', '=1+1', function (sheet) {
  return sheet.getRange('A1').setNumberFormat('@').setValue('=1+1').getFormula();
});

tabFact_('null, undefined and the empty text empty a cell', 'Range.setValues', [['', '', ''], 0], function (sheet) {
  var range = sheet
    .getRange('A1:C1')
    .setValues([[1, 2, 3]])
    .setValues([[null, undefined, '']]);
  return [range.getValues()[0], sheet.getLastRow()];
});

tabFact_(
  'a Date comes back as the same instant and is a serial number of the spreadsheet time zone',
  'Sheets API, DateTimeRenderOption: SERIAL_NUMBER',
  [1782900000000, '46204'],
  function (sheet, spreadsheet) {
    var cell = sheet.getRange('A1').setValue(new Date(1782900000000));
    SpreadsheetApp.flush();
    var answer = Sheets.Spreadsheets.Values.get(spreadsheet.getId(), "'" + sheet.getName() + "'!A1", {
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    return [cell.getValue().getTime(), String(Math.floor(answer.values[0][0]))];
  },
);

tabFact_('general takes a number format back to automatic', 'Range.setNumberFormat', true, function (sheet) {
  var cell = sheet.getRange('A1');
  var plain = cell.getNumberFormat();
  return cell.setNumberFormat('0.00').setNumberFormat('general').getNumberFormat() === plain;
});

[
  [
    'too few rows',
    function (sheet) {
      sheet.getRange('A1:B2').setValues([[1, 2]]);
    },
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    'too few columns',
    function (sheet) {
      sheet.getRange('A1:B1').setValues([[1]]);
    },
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  ],
  [
    'a range outside the grid',
    function (sheet) {
      sheet.getRange(sheet.getMaxRows() + 1, 1).getValue();
    },
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  [
    'row 0',
    function (sheet) {
      sheet.getRange(0, 1);
    },
    'The starting row of the range is too small.',
  ],
  [
    'no rows',
    function (sheet) {
      sheet.getRange(1, 1, 0, 1);
    },
    'The number of rows in the range must be at least 1.',
  ],
  [
    '50,001 characters',
    function (sheet) {
      sheet.getRange('A1').setValue(new Array(50002).join('x'));
      SpreadsheetApp.flush();
    },
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  [
    'a second filter',
    function (sheet) {
      sheet.getRange('A1:B2').createFilter();
      sheet.getRange('A1:B2').createFilter();
    },
    "You can't create a filter in a sheet that already has a filter.",
  ],
  [
    'ten million cells',
    function (sheet) {
      sheet.insertRowsAfter(1, 400000);
      SpreadsheetApp.flush();
    },
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [
    'rows that are not there',
    function (sheet) {
      sheet.deleteRows(sheet.getMaxRows() + 1, 1);
    },
    'Those rows are out of bounds.',
  ],
].forEach(function (each) {
  tabFact_('a tab refuses ' + each[0], 'not documented; seen in execution logs', each[2], function (sheet) {
    return thrown_(function () {
      each[1](sheet);
    });
  });
});

tabFact_('new rows look like the row before', 'Sheet.insertRowsAfter', ['@', '@'], function (sheet) {
  sheet.getRange('A2').setNumberFormat('@');
  sheet.insertRowsAfter(2, 2);
  return [sheet.getRange('A3').getNumberFormat(), sheet.getRange('A4').getNumberFormat()];
});

tabFact_(
  'formulas, notes and filters follow inserted rows',
  'Sheet.insertRowsBefore',
  ['=A5*2', 'here', 'A1:B12'],
  function (sheet) {
    sheet.getRange('A3:B3').setValues([[4, '=A3*2']]);
    sheet.getRange('A3').setNote('here');
    sheet.getRange('A1:B10').createFilter();
    sheet.insertRowsBefore(2, 2);
    return [
      sheet.getRange('B5').getFormula(),
      sheet.getRange('A5').getNote(),
      sheet.getFilter().getRange().getA1Notation(),
    ];
  },
);

tabFact_(
  'sorting keeps a formula of the same row right',
  'Range.sort',
  [
    [1, 2],
    [3, 6],
  ],
  function (sheet) {
    return sheet
      .getRange('A1:B2')
      .setValues([
        [3, '=A1*2'],
        [1, '=A2*2'],
      ])
      .sort(1)
      .getValues();
  },
);

tabFact_('the last row is the last with content', 'Sheet.getLastRow', 3, function (sheet) {
  sheet.getRange('A3').setValue('x');
  sheet.getRange('A9').setBackground('red').setNote('n');
  return sheet.getLastRow();
});

tabFact_(
  'developer metadata is found in its scope and by its key',
  'Range.createDeveloperMetadataFinder',
  [1, 0, 1],
  function (sheet) {
    sheet.getRange('3:3').addDeveloperMetadata('fact', 'row');
    return ['3:3', 'A1:D5', '1:5'].map(function (notation) {
      return sheet.getRange(notation).createDeveloperMetadataFinder().withKey('fact').find().length;
    });
  },
);

tabFact_(
  'RAW parses nothing, null leaves a cell and the empty text clears it',
  'Sheets API, ValueInputOption: RAW',
  [['=1+1', '007', 'kept', '']],
  function (sheet, spreadsheet) {
    var range = sheet.getRange('A1:D1').setValues([['', '', 'kept', 'gone']]);
    SpreadsheetApp.flush();
    Sheets.Spreadsheets.Values.update(
      { values: [['=1+1', '007', null, '']] },
      spreadsheet.getId(),
      "'" + sheet.getName() + "'!A1:D1",
      { valueInputOption: 'RAW' },
    );
    return range.getValues();
  },
);

tabFact_(
  'updateCells parses nothing, and rows that are inserted before others can look like these',
  'Sheets API, ExtendedValue, InsertDimensionRequest.inheritFromBefore',
  [
    ['=1+1', ''],
    ['', '@'],
  ],
  function (sheet, spreadsheet) {
    sheet.getRange('B1:B2').setNumberFormats([['0.00'], ['@']]);
    SpreadsheetApp.flush();
    var id = sheet.getSheetId();
    var range = { sheetId: id, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    var rows = [{ values: [{ userEnteredValue: { stringValue: '=1+1' } }, {}] }];
    var requests = [
      { insertDimension: { range: range, inheritFromBefore: false } },
      {
        updateCells: {
          start: { sheetId: id, rowIndex: 1, columnIndex: 0 },
          rows: rows,
          fields: 'userEnteredValue',
        },
      },
    ];
    Sheets.Spreadsheets.batchUpdate({ requests: requests }, spreadsheet.getId());
    var written = sheet.getRange('A2:B2');
    return [written.getValues()[0], [written.getFormulas()[0][0], written.getNumberFormats()[0][1]]];
  },
);

tabFact_(
  'the Sheets API leaves out empty ends',
  'Sheets API, spreadsheets.values.get',
  [['a'], ['', 'b']],
  function (sheet, spreadsheet) {
    sheet.getRange('A1:B2').setValues([
      ['a', ''],
      ['', 'b'],
    ]);
    SpreadsheetApp.flush();
    return Sheets.Spreadsheets.Values.get(spreadsheet.getId(), "'" + sheet.getName() + "'!A1:F20").values;
  },
);

/* What a service refuses when it is called with other parameters than it takes. */
[
  ['a text for rows of values', "setValues('x')", '(String)', 'setValues'],
  ['a row for rows of values', 'setValues([1, 2])', '(number[])', 'setValues'],
  ['no value', 'setValue()', '()', 'setValue'],
  ['two values', 'setValue(1, 2)', '(number,number)', 'setValue'],
  ['an object for a text', 'setNumberFormat({})', '((class))', 'setNumberFormat'],
].forEach(function (each) {
  tabFact_(
    'a range refuses ' + each[0] + ', naming what came',
    'not documented',
    'The parameters ' + each[2] + " don't match the method signature for SpreadsheetApp.Range." + each[3] + '.',
    function (sheet) {
      return thrown_(function () {
        new Function('range', 'range.' + each[1])(sheet.getRange('A1'));
      });
    },
  );
});

tabFact_(
  'getRange takes no text for a row number',
  'not documented',
  "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
  function (sheet) {
    return thrown_(function () {
      sheet.getRange('2', 1);
    });
  },
);

tabFact_('a fraction of a row number is cut off', 'not documented', 'B1', function (sheet) {
  return sheet.getRange(1.9, 2.5).getA1Notation();
});

tabFact_(
  'a method that Google does not have is not a function',
  'ECMAScript',
  ['undefined', 'TypeError'],
  function (sheet) {
    try {
      sheet.getNothing();
    } catch (e) {
      return [typeof sheet.getNothing, e.name];
    }
    return 'nothing was thrown';
  },
);

tabFact_(
  'a range that is open keeps its notation',
  'Range.isEndRowBounded',
  ['A:C', '2:3', false, true],
  function (sheet) {
    var columns = sheet.getRange('A:C');
    return [
      columns.getA1Notation(),
      sheet.getRange('2:3').getA1Notation(),
      columns.isEndRowBounded(),
      columns.isEndColumnBounded(),
    ];
  },
);

tabFact_('R1C1 notation names a range', 'Sheet.getRange', ['B3', 'A1:C2'], function (sheet) {
  return [sheet.getRange('R3C2').getA1Notation(), sheet.getRange('R1C1:R2C3').getA1Notation()];
});

tabFact_('an empty tab has the data range A1', 'Sheet.getDataRange', ['A1', [['']], 0, 0], function (sheet) {
  var range = sheet.getDataRange();
  return [range.getA1Notation(), range.getValues(), sheet.getLastRow(), sheet.getLastColumn()];
});

tabFact_(
  'a colour is answered as hex in lower case',
  'Range.getBackground',
  ['#ff0000', '#00ff00', '#ffffff'],
  function (sheet) {
    var cell = sheet.getRange('A1');
    return [
      cell.setBackground('red').getBackground(),
      cell.setBackground('#00FF00').getBackground(),
      cell.setBackground(null).getBackground(),
    ];
  },
);

tabFact_('NaN and Infinity become #NUM!', 'not documented', [['#NUM!', '#NUM!']], function (sheet) {
  return sheet
    .getRange('A1:B1')
    .setValues([[NaN, Infinity]])
    .getValues();
});

tabFact_('a time of day is shown as it was written', 'not documented', ['10:30', '10:30:15'], function (sheet) {
  var cell = sheet.getRange('A1');
  return [cell.clear().setValue('10:30').getDisplayValue(), cell.clear().setValue('10:30:15').getDisplayValue()];
});

tabFact_(
  'the next data cell is the end of a run, then the edge',
  'Range.getNextDataCell',
  ['A3', 'A3', 3],
  function (sheet) {
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    var down = sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction.DOWN);
    var up = sheet.getRange(sheet.getMaxRows(), 1).getNextDataCell(SpreadsheetApp.Direction.UP);
    return [down.getA1Notation(), up.getA1Notation(), up.getRow()];
  },
);

tabFact_(
  'a named range is found by its name',
  'Spreadsheet.setNamedRange',
  ['B2:C3', null],
  function (sheet, spreadsheet) {
    spreadsheet.setNamedRange('facts_named', sheet.getRange('B2:C3'));
    var found = spreadsheet.getRangeByName('facts_named').getA1Notation();
    spreadsheet.removeNamedRange('facts_named');
    return [found, spreadsheet.getRangeByName('facts_named')];
  },
);

tabFact_(
  'a tab of a name that is taken is refused',
  'not documented; seen in execution logs',
  true,
  function (sheet, spreadsheet) {
    var wanted = 'A sheet with the name "' + sheet.getName() + '" already exists. Please enter another name.';
    var text = thrown_(function () {
      spreadsheet.insertSheet(sheet.getName());
    });
    return text === wanted ? true : text;
  },
);

FACTS.push(
  {
    name: 'formatDate knows zones such as GMT+2 and GMT+02:30',
    source: 'docs.oracle.com, TimeZone (custom IDs)',
    check: function () {
      var date = new Date(0);
      return same_(
        [
          Utilities.formatDate(date, 'GMT+2', 'HH:mm Z'),
          Utilities.formatDate(date, 'GMT-02:30', 'dd HH:mm'),
          Utilities.formatDate(date, 'nowhere', 'HH:mm'),
        ],
        ['02:00 +0200', '31 21:30', '00:00'],
      );
    },
  },
  {
    name: 'formatDate counts weeks: w of the year, W of the month, u from Monday, F of this weekday',
    source: 'docs.oracle.com, SimpleDateFormat',
    check: function () {
      return same_(Utilities.formatDate(new Date(Date.UTC(2026, 9, 31)), 'GMT', 'w W u F'), '44 5 6 5');
    },
  },
  {
    name: 'formatDate of null says what it wants',
    source: 'not documented; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          Utilities.formatDate(null, 'GMT', 'yyyy');
        }),
        'Invalid argument: date. Should be of type: Date',
      );
    },
  },
  {
    name: 'Logger prints as Java does',
    source: 'not documented; seen in execution logs',
    check: function () {
      Logger.clear();
      Logger.log('%s %s', 5, { a: 1 });
      var text = Logger.getLog();
      Logger.clear();
      return text.indexOf('5.0 {a=1.0}') >= 0 ? true : text;
    },
  },
  {
    name: 'a clock trigger at an hour needs a frequency',
    source: 'developers.google.com, ClockTriggerBuilder.atHour',
    check: function () {
      var made;
      try {
        made = ScriptApp.newTrigger('runFacts').timeBased().atHour(5).create();
      } catch (e) {
        return same_(e.name, 'Exception');
      }
      ScriptApp.deleteTrigger(made);
      return 'nothing was thrown';
    },
  },
  {
    name: 'the method HEAD is refused',
    source: 'developers.google.com, UrlFetchApp.fetch; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          UrlFetchApp.fetch('https://facts.invalid/', { method: 'head' });
        }),
        'Attribute provided with invalid value: method',
      );
    },
  },
  {
    name: 'the clock shows whole milliseconds and goes on while a script waits in a loop',
    source: 'ECMAScript, Date.now',
    check: function () {
      var start = Date.now();
      for (var now = start; now - start < 50;) now = Date.now();
      return same_(now, Math.floor(now));
    },
  },
);

/*
 * Facts about other spreadsheets. What needs someone else's spreadsheet is asked of those whose ids stand in the script
 * properties facts.viewOnly (shared with you for viewing) and facts.unshared (not shared with you); without them it is not
 * asked.
 */

[
  [
    'openById refuses an id that there is not',
    'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    function () {
      SpreadsheetApp.openById('facts');
    },
  ],
  [
    'openById refuses an empty id',
    'Invalid argument: id',
    function () {
      SpreadsheetApp.openById('');
    },
  ],
  [
    'openByUrl refuses what is no address of a spreadsheet',
    'Invalid argument: url',
    function () {
      SpreadsheetApp.openByUrl('https://example.com/facts');
    },
  ],
  [
    'the Sheets API does not find an id that there is not',
    'API call to sheets.spreadsheets.values.batchGet failed with error: Requested entity was not found.',
    function () {
      Sheets.Spreadsheets.Values.batchGet('facts', { ranges: ['A1'] });
    },
  ],
  [
    'openById refuses a spreadsheet that is not shared with the user',
    'You do not have permission to access the requested document.',
    function (id) {
      SpreadsheetApp.openById(id);
    },
    'facts.unshared',
  ],
  [
    'the Sheets API refuses a spreadsheet that is not shared with the user',
    'API call to sheets.spreadsheets.values.batchGet failed with error: The caller does not have permission',
    function (id) {
      Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] });
    },
    'facts.unshared',
  ],
  [
    'a spreadsheet that the user may only view refuses a value',
    'You do not have permission to perform that action.',
    function (id) {
      SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').setValue('facts');
      SpreadsheetApp.flush();
    },
    'facts.viewOnly',
  ],
  [
    'a spreadsheet that the user may only view refuses developer metadata',
    'You do not have permission to perform that action.',
    function (id) {
      SpreadsheetApp.openById(id).addDeveloperMetadata('facts', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      SpreadsheetApp.flush();
    },
    'facts.viewOnly',
  ],
  [
    'the Sheets API does not write to a spreadsheet that the user may only view',
    'API call to sheets.spreadsheets.values.update failed with error: The caller does not have permission',
    function (id) {
      Sheets.Spreadsheets.Values.update({ values: [['facts']] }, id, 'A1', { valueInputOption: 'RAW' });
    },
    'facts.viewOnly',
  ],
  [
    'a spreadsheet that the user may only view is read',
    null,
    function (id) {
      SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').getValue();
      Sheets.Spreadsheets.Values.batchGet(id, { ranges: ['A1'] });
    },
    'facts.viewOnly',
  ],
].forEach(function (each) {
  FACTS.push({
    name: each[0],
    source: 'not documented; the text from execution logs',
    check: function () {
      var property = each[3];
      var id = property && PropertiesService.getScriptProperties().getProperty(property);
      if (property && !id) return true;
      return same_(
        thrown_(function () {
          each[2](id);
        }),
        each[1],
      );
    },
  });
});

tabFact_(
  'values by data filter come with the filters that matched',
  'Sheets API, spreadsheets.values.batchGetByDataFilter',
  [1, [['x', 5]], 2],
  function (sheet, spreadsheet) {
    sheet.getRange('A1:B1').setValues([['x', 5]]);
    SpreadsheetApp.flush();
    var range = "'" + sheet.getName() + "'!A1:B1";
    var answer = Sheets.Spreadsheets.Values.batchGetByDataFilter(
      { dataFilters: [{ a1Range: range }, { a1Range: range }], valueRenderOption: 'UNFORMATTED_VALUE' },
      spreadsheet.getId(),
    );
    var first = answer.valueRanges[0];
    return [answer.valueRanges.length, first.valueRange.values, first.dataFilters.length];
  },
);

/*
 * Facts about Drive's REST API. Mentioning DriveApp.createFile here makes Google ask for the scope drive; the API has to be
 * enabled too, by the advanced service Drive. Each check leaves nothing in Drive.
 */

function drive_(method, address, options) {
  options = options || {};
  var headers = options.headers || {};
  headers.Authorization = 'Bearer ' + (options.token || ScriptApp.getOAuthToken());
  var params = { method: method, headers: headers, muteHttpExceptions: true };
  if (options.json) {
    params.payload = JSON.stringify(options.json);
    params.contentType = 'application/json';
  }
  if (options.text !== undefined) params.payload = options.text;
  var url = /^https:/.test(address) ? address : 'https://www.googleapis.com' + address;
  var response = UrlFetchApp.fetch(url, params);
  var text = response.getContentText();
  var json = /^\s*\{/.test(text) ? JSON.parse(text) : {};
  return { code: response.getResponseCode(), headers: response.getHeaders(), text: text, json: json };
}

function location_(answer) {
  return answer.headers.Location || answer.headers.location;
}

function stored_(answer) {
  return [answer.code, answer.headers.Range || answer.headers.range || null];
}

function put_(session, range, size) {
  return drive_('put', session, {
    headers: { 'Content-Range': 'bytes ' + range },
    text: size ? new Array(size + 1).join('x') : undefined,
  });
}

/* `check` gets the address of an upload that has just begun. */
function driveFact_(name, wanted, check) {
  FACTS.push({
    name: name,
    source: 'developers.google.com, Drive API, Upload file data',
    check: function () {
      var begun = drive_('post', '/upload/drive/v3/files?uploadType=resumable&fields=id,size,md5Checksum', {
        json: { name: 'facts' },
        headers: { 'X-Upload-Content-Type': 'text/plain' },
      });
      if (begun.code !== 200) return begun.code + ' ' + begun.text;
      return same_(check(location_(begun)), wanted);
    },
  });
}

function finished_(answer, look) {
  try {
    return look(answer);
  } finally {
    if (answer.json.id) drive_('delete', '/drive/v3/files/' + answer.json.id);
  }
}

driveFact_('an upload to which nothing was sent has no Range', [308, null], function (session) {
  return stored_(put_(session, '*/*'));
});

driveFact_(
  'a piece of an upload is stored up to the last multiple of 256 KiB',
  [
    [308, 'bytes=0-262143'],
    [308, 'bytes=0-262143'],
  ],
  function (session) {
    return [stored_(put_(session, '0-299999/*', 300000)), stored_(put_(session, '*/*'))];
  },
);

driveFact_('a piece of an upload of less than 256 KiB is not stored', [308, null], function (session) {
  return stored_(put_(session, '0-99/*', 100));
});

driveFact_('a piece beyond what an upload has is refused', [503, true], function (session) {
  var answer = put_(session, '300000-300099/*', 100);
  return [answer.code, answer.text.indexOf('which exceeds already uploaded size of 0 byte(s)') > 0];
});

driveFact_(
  'a range that cannot be read is refused',
  [400, 'Failed to parse Content-Range header.'],
  function (session) {
    var answer = drive_('put', session, { headers: { 'Content-Range': '*/*' } });
    return [answer.code, answer.text];
  },
);

driveFact_(
  'the last piece makes the file, and its upload tells it again',
  [200, '3', 'f561aaf6ef0bf14d4208bb46a4ccb3ad', 200],
  function (session) {
    return finished_(put_(session, '0-2/3', 3), function (answer) {
      return [answer.code, answer.json.size, answer.json.md5Checksum, put_(session, '*/*').code];
    });
  },
);

driveFact_('the address of an upload needs no token', 200, function (session) {
  var answer = UrlFetchApp.fetch(session, { method: 'put', payload: 'xxx', muteHttpExceptions: true });
  drive_('delete', '/drive/v3/files/' + JSON.parse(answer.getContentText()).id);
  return answer.getResponseCode();
});

driveFact_('an upload that there is not is not found', 404, function (session) {
  return put_(session + 'x', '*/*').code;
});

[
  [
    'a file in the trash is found, and told to be there',
    [200, true],
    function (id) {
      drive_('patch', '/drive/v3/files/' + id, { json: { trashed: true } });
      var answer = drive_('get', '/drive/v3/files/' + id + '?fields=trashed');
      return [answer.code, answer.json.trashed];
    },
  ],
  [
    'a deleted file is not found',
    [204, 404, 'notFound'],
    function (id) {
      var code = drive_('delete', '/drive/v3/files/' + id).code;
      var answer = drive_('get', '/drive/v3/files/' + id);
      return [code, answer.code, answer.json.error.errors[0].reason];
    },
  ],
  [
    'a wrong token is refused',
    [401, 'authError'],
    function (id) {
      var answer = drive_('get', '/drive/v3/files/' + id, { token: 'facts' });
      return [answer.code, answer.json.error.errors[0].reason];
    },
  ],
  [
    'parents in an update are refused',
    [403, 'fieldNotWritable'],
    function (id) {
      var answer = drive_('patch', '/drive/v3/files/' + id, { json: { parents: ['root'] } });
      return [answer.code, answer.json.error.errors[0].reason];
    },
  ],
].forEach(function (each) {
  FACTS.push({
    name: each[0],
    source: 'developers.google.com, Drive API, Resolve errors',
    check: function () {
      var id = drive_('post', '/drive/v3/files', { json: { name: 'facts', mimeType: 'text/plain' } }).json.id;
      try {
        return same_(each[2](id), each[1]);
      } finally {
        drive_('delete', '/drive/v3/files/' + id);
      }
    },
  });
});

/*
 * Facts about Google Contacts: each makes a contact named Facts and deletes it. It stays in the trash of Google Contacts
 * for 30 days.
 */

var PEOPLE_FIELDS = 'names,emailAddresses,phoneNumbers,addresses,biographies,memberships,metadata';

function peopleFact_(name, source, wanted, person, check) {
  FACTS.push({
    name: name,
    source: source,
    check: function () {
      var contact = People.People.createContact(person, { personFields: PEOPLE_FIELDS });
      try {
        return same_(check(contact), wanted);
      } finally {
        People.People.deleteContact(contact.resourceName);
      }
    },
  });
}

function facts_(more) {
  return Object.assign({ names: [{ givenName: 'Facts', middleName: 'Of', familyName: 'Contacts' }] }, more);
}

function updateContact_(contact, mask, changes) {
  var person = Object.assign({ etag: contact.etag, metadata: contact.metadata }, changes);
  var options = { updatePersonFields: mask, personFields: PEOPLE_FIELDS };
  return People.People.updateContact(person, contact.resourceName, options);
}

/** Code and status of what the API refuses; its text too when that is asked for. */
function refused_(action, withText) {
  try {
    action();
  } catch (e) {
    var error = e.details || {};
    return [e.name, error.code].concat(withText ? [e.message] : []);
  }
  return 'nothing was thrown';
}

peopleFact_(
  'a new contact is in My Contacts',
  'People API, people.createContact; not documented',
  ['contactGroups/myContacts'],
  facts_(),
  function (contact) {
    return contact.memberships.map(function (each) {
      return each.contactGroupMembership.contactGroupResourceName;
    });
  },
);

peopleFact_(
  'the resource name of a contact is the id of its source in decimal',
  'not documented; seen in published answers',
  true,
  facts_(),
  function (contact) {
    var source = contact.metadata.sources.filter(function (each) {
      return each.type === 'CONTACT';
    })[0];
    return contact.resourceName === 'people/c' + BigInt('0x' + source.id);
  },
);

peopleFact_(
  'a display name that is sent is not taken',
  'People API, Name.displayName: output only',
  'Facts Contacts',
  { names: [{ givenName: 'Facts', familyName: 'Contacts', displayName: 'Other' }] },
  function (contact) {
    return contact.names[0].displayName;
  },
);

peopleFact_(
  'the letter case of an e-mail address is kept',
  'not documented; seen in published answers',
  'Facts@Example.com',
  facts_({ emailAddresses: [{ value: 'Facts@Example.com' }] }),
  function (contact) {
    return contact.emailAddresses[0].value;
  },
);

peopleFact_(
  'a phone number is kept as typed and has a canonical form when Google knows it',
  'People API, PhoneNumber.canonicalForm',
  [
    ['+33 6 12 34 56 78', '+33612345678'],
    ['3949 poste 1', undefined],
  ],
  facts_({ phoneNumbers: [{ value: '+33 6 12 34 56 78' }, { value: '3949 poste 1' }] }),
  function (contact) {
    return contact.phoneNumbers
      .map(function (phone) {
        return [phone.value, phone.canonicalForm];
      })
      .sort();
  },
);

peopleFact_(
  'an address is formatted when it did not come so',
  'People API, Address.formattedValue',
  true,
  facts_({ addresses: [{ streetAddress: '1 rue des Faits', city: 'Lyon' }] }),
  function (contact) {
    return /^1 rue des Faits\n.*Lyon/.test(contact.addresses[0].formattedValue);
  },
);

peopleFact_(
  'a name that is written without its middle name loses it',
  'People API, people.updateContact',
  undefined,
  facts_(),
  function (contact) {
    var names = [{ givenName: 'Facts', familyName: 'Contacts' }];
    return updateContact_(contact, 'names', { names: names }).names[0].middleName;
  },
);

peopleFact_(
  'an update clears what its mask names and its body lacks, and nothing else',
  'People API, people.updateContact',
  [undefined, 'facts@example.com'],
  facts_({ biographies: [{ value: 'a note' }], emailAddresses: [{ value: 'facts@example.com' }] }),
  function (contact) {
    var person = updateContact_(contact, 'biographies', {});
    return [person.biographies, person.emailAddresses[0].value];
  },
);

peopleFact_(
  'an etag that was read before another write is refused',
  'People API, people.updateContact; the text from published answers',
  [
    'GoogleJsonResponseException',
    400,
    'API call to people.people.updateContact failed with error: Request person.etag is different than the current person.etag. Clear local cache and get the latest person.',
  ],
  facts_(),
  function (contact) {
    updateContact_(contact, 'biographies', { biographies: [{ value: 'a note' }] });
    return refused_(function () {
      updateContact_(contact, 'biographies', { biographies: [{ value: 'another' }] });
    }, true);
  },
);

peopleFact_(
  'the etag of a person depends on the fields that are asked for',
  'not documented; seen in published answers',
  false,
  facts_(),
  function (contact) {
    return People.People.get(contact.resourceName, { personFields: 'names' }).etag === contact.etag;
  },
);

peopleFact_(
  'a shared mask clears the field of a contact that does not bring it',
  'People API, people.batchUpdateContacts',
  undefined,
  facts_(),
  function (contact) {
    var contacts = {};
    contacts[contact.resourceName] = {
      etag: contact.etag,
      metadata: contact.metadata,
      biographies: [{ value: 'a note' }],
    };
    People.People.batchUpdateContacts({ contacts: contacts, updateMask: 'names,biographies', readMask: 'names' });
    return People.People.get(contact.resourceName, { personFields: 'names' }).names;
  },
);

[
  ['without metadata', 'biographies', { metadata: undefined }],
  ['that leaves no membership', 'memberships', { memberships: [] }],
  ['with two names', 'names', { names: [{ givenName: 'A' }, { givenName: 'B' }] }],
  ['with a number in the place of a text', 'phoneNumbers', { phoneNumbers: [{ value: 612345678 }] }],
].forEach(function (each) {
  peopleFact_(
    'an update ' + each[0] + ' is refused',
    'People API, people.updateContact',
    ['GoogleJsonResponseException', 400],
    facts_(),
    function (contact) {
      return refused_(function () {
        updateContact_(contact, each[1], each[2]);
      });
    },
  );
});

[
  [
    'a contact that there is not is not found',
    404,
    function () {
      People.People.get('people/c1', { personFields: 'names' });
    },
  ],
  [
    'a person is not read without a mask',
    400,
    function () {
      People.People.get('people/c1');
    },
  ],
  [
    'a sync token that is none is refused',
    400,
    function () {
      var options = { personFields: 'names', requestSyncToken: true, syncToken: 'facts' };
      People.People.Connections.list('people/me', options);
    },
  ],
  [
    'more than 200 contacts are not created at once',
    400,
    function () {
      var contacts = [];
      for (var i = 0; i < 201; i++) contacts.push({ contactPerson: facts_() });
      People.People.batchCreateContacts({ contacts: contacts, readMask: 'names' });
    },
  ],
  [
    'a label does not have the name of another',
    409,
    function () {
      var group = People.ContactGroups.create({ contactGroup: { name: 'Facts' } });
      try {
        People.ContactGroups.create({ contactGroup: { name: 'Facts' } });
      } finally {
        People.ContactGroups.remove(group.resourceName);
      }
    },
  ],
].forEach(function (each) {
  FACTS.push({
    name: each[0],
    source: 'People API, reference; the name of exceptions from execution logs',
    check: function () {
      return same_(refused_(each[2]), ['GoogleJsonResponseException', each[1]]);
    },
  });
});

FACTS.push({
  name: 'a contact that there is not has a status of its own in getBatchGet',
  source: 'People API, people.getBatchGet',
  check: function () {
    var options = { resourceNames: ['people/c1'], personFields: 'names' };
    var response = People.People.getBatchGet(options).responses[0];
    return same_([response.requestedResourceName, response.status.code, response.person], ['people/c1', 5, undefined]);
  },
});

[
  ['without anyone', { to: ' , ' }, 'Failed to send email: no recipient'],
  ['to what is no address', { to: 'facts' }, 'Invalid email: facts'],
  [
    'to more than 50 people',
    { to: new Array(52).join('facts@facts.invalid,') },
    'Limit Exceeded: Email Recipients Per Message.',
  ],
  [
    'with a subject over 250 characters',
    { to: 'facts@facts.invalid', subject: new Array(252).join('x') },
    'Argument too large: subject',
  ],
  [
    'with a body over 400 KB',
    { to: 'facts@facts.invalid', subject: 'x', body: new Array(400 * 1024 + 2).join('x') },
    'Limit Exceeded: Email Body Size.',
  ],
].forEach(function (each) {
  FACTS.push({
    name: 'a mail ' + each[0] + ' is refused',
    source: 'developers.google.com, Quotas for Google Services; the texts from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          MailApp.sendEmail(each[1]);
        }),
        each[2],
      );
    },
  });
});

FACTS.push({
  name: 'nothing is left to ask for once all is granted',
  source: 'developers.google.com, AuthorizationInfo',
  check: function () {
    var info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return same_([String(info.getAuthorizationStatus()), info.getAuthorizationUrl()], ['NOT_REQUIRED', null]);
  },
});

/* What doGet and doPost find in common. */
var WEB_FACTS = [
  {
    name: 'a web app of a spreadsheet’s script has its spreadsheet, document properties and document lock',
    source: 'not documented',
    check: function () {
      return same_(
        [
          SpreadsheetApp.getActiveSpreadsheet() !== null,
          PropertiesService.getDocumentProperties() !== null,
          LockService.getDocumentLock() !== null,
        ],
        [true, true, true],
      );
    },
  },
  {
    name: 'a web app runs as who deployed it, and does not learn who calls',
    source: 'developers.google.com, Web apps; Session.getActiveUser',
    check: function () {
      return same_(
        [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail().indexOf('@') > 0],
        ['', true],
      );
    },
  },
  {
    name: 'a web app has no user interface',
    source: 'developers.google.com, SpreadsheetApp.getUi; the text from execution logs',
    check: function () {
      return same_(
        thrown_(function () {
          SpreadsheetApp.getUi();
        }),
        'Cannot call SpreadsheetApp.getUi() from this context.',
      );
    },
  },
];

var GET_FACTS = [
  {
    name: 'the event of a GET',
    source: 'developers.google.com, Web apps, request parameters',
    check: function (e) {
      var got = [e.parameter.n, e.parameters.n, e.queryString, e.contextPath, e.contentLength];
      return same_(got.concat([e.pathInfo === undefined, e.postData === undefined, e.headers === undefined]), [
        '1',
        ['1', '2'],
        'n=1&n=2',
        '',
        -1,
        true,
        true,
        true,
      ]);
    },
  },
];

var POST_FACTS = [
  {
    name: 'the event of a form: its fields after those of the address',
    source: 'developers.google.com, Web apps, request parameters; the order is not documented',
    check: function (e) {
      return same_(
        [e.parameter.n, e.parameters.n, e.parameter.t, e.queryString, e.contentLength],
        ['1', ['1', '2'], 'é', 'n=1', 12],
      );
    },
  },
  {
    name: 'the body of a form',
    source: 'developers.google.com, Web apps, request parameters; its name from execution logs',
    check: function (e) {
      var data = e.postData;
      return same_(
        [data.contents, data.length, data.type, data.name],
        ['n=2&t=%C3%A9', 12, 'application/x-www-form-urlencoded', 'postData'],
      );
    },
  },
];
