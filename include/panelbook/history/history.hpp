#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/cell_role.hpp"
#include "panelbook/core/finding.hpp"
#include "panelbook/core/observation.hpp"

namespace panelbook::history {

/// The states of the ledger: every byte sequence ever seen has exactly one.
enum class FileState { archived, rejected };

struct FileRecord {
    std::string hash;    ///< SHA-256
    std::string name;    ///< path below inbox/ as first sent
    std::string stored;  ///< path below the workspace: archive/2014-09/ab12cd34-Name.xlsx
    FileState state = FileState::archived;
    SourceId source;
    Date known_on;          ///< the as-of of the run that first took it
    std::string plan_hash;  ///< the plan it was last read with
    std::optional<SignOff> sign_off;
    std::optional<Period> latest = std::nullopt;  ///< the latest period it is about; History::store works it out
    int run = 0;                                  ///< which run of its day took it: see History::next_run
    std::vector<std::string> sheets = {};         ///< in the order of the workbook; empty for a csv
};

/// What one file said, as it is stored.
struct FileContents {
    FileRecord file;
    std::vector<Observation> observations;
    std::vector<SavingsAmount> savings;
    Findings findings;
    std::vector<CellRun> cells = {};  ///< what every filled cell of its tables was read as
};

/// What History::store sets as FileRecord::latest: the period that ends last among the observations with a value (with
/// none, among all); of two that end together the shorter. For a file of savings alone, the month of the latest as-at.
std::optional<Period> latest_period(const FileContents& contents);

struct KnownObservation {
    Observation observation;
    Date known_on;
    std::string hash;  ///< of the file
};

struct KnownSavings {
    SavingsAmount amount;
    Date known_on;
};

struct KnownFinding {
    Finding finding;
    std::string hash;  ///< of the file it is about
};

/// An output file that this program wrote, so that one edited by a person is recognised.
struct Written {
    std::string path;  ///< below the workspace
    std::string hash;
};

class Database;

/// Whether a history is checked from end to end when it is opened.
enum class Integrity { checked, trusted };

/// What each filled cell of one file's tables was read as.
struct KnownCells {
    std::string hash;  ///< of the file
    std::vector<CellRun> runs;
};

/// history.db: SQLite, WAL, foreign keys on. One that an earlier version wrote is brought up to date when it is opened.
/// Throws ReadError (damaged, written by a newer version) or WriteError.
class History {
public:
    explicit History(const std::filesystem::path& database, Integrity integrity = Integrity::checked);
    ~History();
    History(History&&) noexcept;
    History& operator=(History&&) noexcept;

    /// All files known on or before `as_of`, by known_on, name, hash.
    std::vector<FileRecord> files(Date as_of) const;
    std::optional<FileRecord> file(const std::string& hash) const;
    /// The number for the files that one run takes on `known_on`: one more than the last finished run of that day, so a
    /// run that was cut short is taken up again under its own number. Files of one run that claim the same figure and
    /// differ are in conflict; a file of a later run replaces those before it.
    int next_run(Date known_on) const;
    /// Says that a run has taken all its files.
    void finish_run(Date known_on, int run);
    /// Stores a file and all it said in one transaction; replaces what an earlier reading of the same bytes said, under
    /// the date and run of its first reading. Throws std::invalid_argument for an amount that is not finite.
    void store(const FileContents& contents);
    /// The same for all the files of a run, in one transaction: all of them are known afterwards, or none.
    void store(const std::vector<FileContents>& contents);

    /// In the order measure, area, period, known_on, file name, cell: the same whatever the order of storing.
    std::vector<KnownObservation> observations(Date as_of) const;
    std::vector<KnownSavings> savings(Date as_of) const;
    /// What was found in each file when it was read, by known_on, file name, then as it was found.
    std::vector<KnownFinding> findings(Date as_of) const;

    /// By known_on, file name.
    std::vector<KnownCells> cells(Date as_of) const;

    std::optional<Written> written(const std::string& path) const;
    void remember_written(const Written& output);

    /// What the last run had to say, as `run` writes it; nothing before the first, and after anything is stored.
    std::optional<std::string> last_run() const;
    void remember_last_run(const std::string& text);

private:
    void add_sheets(FileRecord& file) const;

    std::unique_ptr<Database> m_database;
};

}  // namespace panelbook::history
