#include "panelbook/history/history.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

#include "panelbook/history/database.hpp"
#include "panelbook/history/rows.hpp"
#include "panelbook/history/schema.hpp"

namespace panelbook::history {

namespace {

constexpr const char* file_columns =
    "SELECT f.hash, f.name, f.stored, f.state, f.source, f.known_on, f.run, f.plan_hash, f.latest, "
    "s.file, s.organisation, s.board, s.period, s.presented_on, s.completed_by, s.sheet, s.cell_row, s.cell_column "
    "FROM file f LEFT JOIN sign_off s ON s.file = f.id ";

void insist_on_finite(const FileContents& contents) {
    for (const Observation& each : contents.observations) {
        const double* value = each.value ? std::get_if<double>(&*each.value) : nullptr;
        if ((value && !std::isfinite(*value)) || (each.denominator && !std::isfinite(*each.denominator))) {
            throw std::invalid_argument("an observation of " + each.measure.text +
                                        " holds an amount that is not finite");
        }
    }
}

/// The place of every name among all of them in order.
template <class Name>
std::vector<std::uint32_t> ranks(const std::vector<KnownObservation>& known, const Name& name) {
    std::unordered_map<std::string_view, std::uint32_t> seen;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(known.size());
    for (const KnownObservation& each : known)
        numbers.push_back(seen.emplace(name(each), static_cast<std::uint32_t>(seen.size())).first->second);
    std::map<std::string_view, std::uint32_t> sorted(seen.begin(), seen.end());
    std::vector<std::uint32_t> rank_of(seen.size());
    std::uint32_t next = 0;
    for (const auto& [text, number] : sorted) rank_of[number] = next++;
    for (std::uint32_t& number : numbers) number = rank_of[number];
    return numbers;
}

/// By measure, area and period, then as they come (file by file), then by sheet and cell. Sorting numbers in place of
/// the observations themselves is what makes a million of them quick.
std::vector<KnownObservation> in_order(std::vector<KnownObservation> known) {
    const auto measures =
        ranks(known, [](const KnownObservation& each) { return std::string_view(each.observation.measure.text); });
    const auto areas =
        ranks(known, [](const KnownObservation& each) { return std::string_view(each.observation.area.text); });
    struct Key {
        std::uint32_t measure, area;
        Period period;
        std::size_t index;
    };
    std::vector<Key> keys;
    keys.reserve(known.size());
    for (std::size_t i = 0; i < known.size(); ++i)
        keys.push_back({measures[i], areas[i], known[i].observation.period, i});
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        if (a.measure != b.measure) return a.measure < b.measure;
        if (a.area != b.area) return a.area < b.area;
        if (a.period != b.period) return a.period < b.period;
        const KnownObservation &x = known[a.index], &y = known[b.index];
        if (x.hash != y.hash) return a.index < b.index;
        return std::tie(x.observation.where.sheet, x.observation.where.cell, a.index) <
               std::tie(y.observation.where.sheet, y.observation.where.cell, b.index);
    });
    std::vector<KnownObservation> sorted;
    sorted.reserve(known.size());
    for (const Key& key : keys) sorted.push_back(std::move(known[key.index]));
    return sorted;
}

/// The row of the file, without what it said: new, or mended in place under the date of its first reading.
std::int64_t store_file(Database& database, const FileContents& contents) {
    const FileRecord& file = contents.file;
    const std::optional<Period> latest = latest_period(contents);
    const std::optional<std::string> latest_key = latest ? std::optional(latest->key()) : std::nullopt;
    database
        .prepare(
            "INSERT INTO file (hash, name, stored, state, source, known_on, run, plan_hash, latest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET stored = excluded.stored, "
            "state = excluded.state, source = excluded.source, plan_hash = excluded.plan_hash, "
            "latest = excluded.latest")
        .bind(file.hash)
        .bind(file.name)
        .bind(file.stored)
        .bind(state_word(file.state))
        .bind(file.source.text)
        .bind(to_iso(file.known_on))
        .bind(std::int64_t{file.run})
        .bind(file.plan_hash)
        .bind(latest_key)
        .run();
    Statement find = database.prepare("SELECT id FROM file WHERE hash = ?");
    find.bind(file.hash).step();
    const std::int64_t id = find.integer(0);
    for (const char* table : {"sign_off", "observation", "saving", "finding", "cell_run", "sheet"}) {
        database.prepare(std::string("DELETE FROM ") + table + " WHERE file = ?").bind(id).run();
    }
    return id;
}

}  // namespace

std::optional<Period> latest_period(const FileContents& contents) {
    std::optional<Period> latest;
    const auto consider = [&](Period period) {
        if (!latest ||
            std::tuple(period.last_day(), -period.months()) > std::tuple(latest->last_day(), -latest->months()))
            latest = period;
    };
    for (const Observation& each : contents.observations) {
        if (each.value) consider(each.period);
    }
    if (latest) return latest;
    for (const Observation& each : contents.observations) consider(each.period);
    if (latest) return latest;
    for (const SavingsAmount& each : contents.savings) {
        if (each.as_at) consider(Period::month_of(*each.as_at));
    }
    return latest;
}

History::History(const std::filesystem::path& database, Integrity integrity)
    : m_database(std::make_unique<Database>(database)) {
    establish_schema(*m_database);
    if (integrity == Integrity::checked) check_integrity(*m_database);
}

History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

std::vector<FileRecord> History::files(Date as_of) const {
    Statement rows =
        m_database->prepare(std::string(file_columns) + "WHERE f.known_on <= ? ORDER BY f.known_on, f.name, f.hash");
    rows.bind(to_iso(as_of));
    RowReader reader(*m_database);
    std::vector<FileRecord> files;
    while (rows.step()) {
        files.push_back(reader.file(rows));
        add_sheets(files.back());
    }
    return files;
}

std::optional<FileRecord> History::file(const std::string& hash) const {
    Statement rows = m_database->prepare(std::string(file_columns) + "WHERE f.hash = ?");
    rows.bind(hash);
    if (!rows.step()) return std::nullopt;
    FileRecord file = RowReader(*m_database).file(rows);
    add_sheets(file);
    return file;
}

void History::add_sheets(FileRecord& file) const {
    Statement rows = m_database->prepare(
        "SELECT s.name FROM file f JOIN sheet s ON s.file = f.id WHERE f.hash = ? ORDER BY s.position");
    rows.bind(file.hash);
    while (rows.step()) file.sheets.push_back(rows.text(0));
}

int History::next_run(Date known_on) const {
    Statement rows = m_database->prepare("SELECT coalesce(max(run), 0) + 1 FROM finished_run WHERE known_on = ?");
    rows.bind(to_iso(known_on)).step();
    return static_cast<int>(rows.integer(0));
}

void History::finish_run(Date known_on, int run) {
    // A run that took nothing leaves no trace: a night without new files does not change the history.
    m_database
        ->prepare(
            "INSERT OR IGNORE INTO finished_run (known_on, run) "
            "SELECT DISTINCT known_on, run FROM file WHERE known_on = ? AND run = ?")
        .bind(to_iso(known_on))
        .bind(std::int64_t{run})
        .run();
}

void History::store(const FileContents& contents) {
    store(std::vector{contents});
}

void History::store(const std::vector<FileContents>& all) {
    for (const FileContents& each : all) insist_on_finite(each);
    if (all.empty()) return;
    Transaction transaction(*m_database);
    RowWriter writer(*m_database);
    // What the last run said is no longer all that there is to say.
    m_database->run("DELETE FROM last_run");
    for (const FileContents& contents : all) {
        const std::int64_t id = store_file(*m_database, contents);
        if (contents.file.sign_off) writer.sign_off(id, *contents.file.sign_off);
        writer.observations(id, contents.observations);
        writer.savings(id, contents.savings);
        writer.findings(id, contents.findings);
        writer.cells(id, contents.cells);
        writer.sheets(id, contents.file.sheets);
    }
    transaction.commit();
}

std::vector<KnownObservation> History::observations(Date as_of) const {
    Statement files = m_database->prepare(
        "SELECT id, name, hash, known_on FROM file WHERE known_on <= ? ORDER BY known_on, name, hash");
    files.bind(to_iso(as_of));
    Statement rows = m_database->prepare(
        "SELECT measure, area, period, value, pence, denominator, marker, source, sheet, cell_row, cell_column, n_row, "
        "n_column "
        "FROM observation WHERE file = ? ORDER BY position");
    RowReader reader(*m_database);
    std::vector<KnownObservation> known;
    while (files.step()) {
        const RowReader::ObservedFile file = reader.observed_file(files);
        rows.again().bind(file.id);
        while (rows.step()) known.push_back(reader.observation(rows, file));
    }
    return in_order(std::move(known));
}

std::vector<KnownSavings> History::savings(Date as_of) const {
    Statement rows = m_database->prepare(
        "SELECT v.scheme, v.owner, v.status, v.recurring, v.year, v.pence, v.scope, v.as_at, v.estimate, v.source, "
        "f.name, f.hash, v.sheet, v.cell_row, v.cell_column, f.known_on FROM file f JOIN saving v ON v.file = f.id "
        "WHERE f.known_on <= ? ORDER BY f.known_on, f.name, f.hash, v.position");
    rows.bind(to_iso(as_of));
    RowReader reader(*m_database);
    std::vector<KnownSavings> known;
    while (rows.step()) known.push_back(reader.saving(rows));
    return known;
}

std::vector<KnownFinding> History::findings(Date as_of) const {
    Statement rows = m_database->prepare(
        "SELECT g.severity, g.rule, g.place, g.sheet, g.cell_row, g.cell_column, g.message, g.remedy, g.found, "
        "g.expected, f.hash FROM file f JOIN finding g ON g.file = f.id WHERE f.known_on <= ? "
        "ORDER BY f.known_on, f.name, f.hash, g.position");
    rows.bind(to_iso(as_of));
    RowReader reader(*m_database);
    std::vector<KnownFinding> findings;
    while (rows.step()) findings.push_back({reader.finding(rows), rows.text(10)});
    return findings;
}

std::vector<KnownCells> History::cells(Date as_of) const {
    Statement rows = m_database->prepare(
        "SELECT f.hash, c.sheet, c.cell_column, c.first_row, c.last_row, c.role FROM file f "
        "JOIN cell_run c ON c.file = f.id WHERE f.known_on <= ? ORDER BY f.known_on, f.name, f.hash, c.position");
    rows.bind(to_iso(as_of));
    RowReader reader(*m_database);
    std::vector<KnownCells> cells;
    while (rows.step()) {
        if (cells.empty() || cells.back().hash != rows.view(0)) cells.push_back({rows.text(0), {}});
        cells.back().runs.push_back(reader.cell_run(rows));
    }
    return cells;
}

std::optional<Written> History::written(const std::string& path) const {
    Statement rows = m_database->prepare("SELECT hash FROM written WHERE path = ?");
    rows.bind(path);
    if (!rows.step()) return std::nullopt;
    return Written{path, rows.text(0)};
}

void History::remember_written(const Written& output) {
    m_database
        ->prepare(
            "INSERT INTO written (path, hash) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET hash = excluded.hash")
        .bind(output.path)
        .bind(output.hash)
        .run();
}

std::optional<std::string> History::last_run() const {
    Statement rows = m_database->prepare("SELECT text FROM last_run");
    if (!rows.step()) return std::nullopt;
    return rows.text(0);
}

void History::remember_last_run(const std::string& text) {
    m_database
        ->prepare("INSERT INTO last_run (id, text) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text")
        .bind(text)
        .run();
}

}  // namespace panelbook::history
