#include "panelbook/run/rebuild.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>
#include <sstream>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/intake/lock.hpp"
#include "panelbook/run/ledger.hpp"
#include "panelbook/run/take.hpp"
#include "panelbook/run/workspace.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

constexpr std::size_t hash_digits_in_name = 8;

/// The originals that lie below a folder, as the ledger names them.
std::vector<std::string> originals(const fs::path& workspace, const char* folder) {
    std::vector<std::string> places;
    if (!fs::exists(workspace / folder)) return places;
    for (const auto& month : fs::directory_iterator(workspace / folder)) {
        if (!month.is_directory() || month.path().filename() == "plans") continue;
        for (const auto& entry : fs::directory_iterator(month.path())) {
            const std::string name = entry.path().filename().string();
            const bool original = entry.is_regular_file() && name.size() > hash_digits_in_name &&
                                  name[hash_digits_in_name] == '-' && !name.ends_with(".tmp");
            if (original) places.push_back(fs::relative(entry.path(), workspace).generic_string());
        }
    }
    std::sort(places.begin(), places.end());
    return places;
}

/// A record for an original that the ledger does not have: known from the first day of the month of its folder.
std::optional<history::FileRecord> guessed_record(const fs::path& workspace, const std::string& place) {
    const fs::path path(place);
    const auto known_on = parse_iso_date(path.parent_path().filename().string() + "-01");
    if (!known_on) return std::nullopt;
    history::FileRecord file;
    file.hash = intake::sha256(intake::read_file(workspace / place));
    file.name = path.filename().string().substr(hash_digits_in_name + 1);
    file.stored = place;
    file.state = place.starts_with("archive/") ? history::FileState::archived : history::FileState::rejected;
    file.known_on = *known_on;
    file.run = 1;
    return file;
}

/// The dashboards that were written, by the logs: of each the last.
std::map<std::string, std::string> written_outputs(const fs::path& workspace) {
    std::vector<fs::path> logs;
    if (fs::exists(workspace / "log")) {
        for (const auto& entry : fs::directory_iterator(workspace / "log"))
            if (entry.path().extension() == ".jsonl") logs.push_back(entry.path());
    }
    const auto in_time = [](const fs::path& path) { return std::pair(fs::last_write_time(path), path); };
    std::sort(logs.begin(), logs.end(), [&](const fs::path& a, const fs::path& b) { return in_time(a) < in_time(b); });
    std::map<std::string, std::string> written;
    for (const fs::path& log : logs) {
        std::istringstream lines(intake::read_file(log));
        for (std::string line; std::getline(lines, line);) {
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (!json.is_object() || json.value("event", "") != "finished") continue;
            const std::string hash = json.value("dashboard_hash", "");
            if (!hash.empty()) written[json.value("dashboard", "")] = hash;
        }
    }
    return written;
}

/// The database and what SQLite keeps beside it.
constexpr const char* database_files[] = {"", "-wal", "-shm"};

void remove_database(const fs::path& path) {
    for (const char* ending : database_files) fs::remove(path.string() + ending);
}

void move_database(const fs::path& from, const fs::path& to) {
    remove_database(to);
    for (const char* ending : database_files)
        if (fs::exists(from.string() + ending)) fs::rename(from.string() + ending, to.string() + ending);
}

struct Originals {
    std::vector<history::FileRecord> files;  ///< those that are there, in the order in which they were taken
    bool any_missing = false;
    bool any_guessed = false;
};

/// What a run wrote beside an original: "ab12cd34-Return.xlsx.findings.txt".
bool lies_beside(const std::string& place, const std::set<std::string>& originals) {
    return std::any_of(originals.begin(), originals.end(),
                       [&](const std::string& each) { return place.starts_with(each + "."); });
}

Originals find_originals(const fs::path& workspace, std::ostream& err) {
    Originals found;
    std::set<std::string> listed;
    for (history::FileRecord& file : read_ledger(workspace)) {
        listed.insert(file.stored);
        if (fs::exists(workspace / file.stored)) {
            found.files.push_back(std::move(file));
            continue;
        }
        found.any_missing = true;
        err << fmt::format(
            "error: {}: is missing, so nothing that it said is known any more. Put it back from a "
            "backup and run panelbook rebuild again.\n",
            file.stored);
    }
    for (const char* folder : {"archive", "rejected"}) {
        for (const std::string& place : originals(workspace, folder)) {
            if (listed.contains(place) || lies_beside(place, listed)) continue;
            auto guessed = guessed_record(workspace, place);
            if (!guessed) continue;
            const bool twice = std::any_of(found.files.begin(), found.files.end(),
                                           [&](const history::FileRecord& each) { return each.hash == guessed->hash; });
            if (twice) continue;
            found.any_guessed = true;
            listed.insert(place);
            err << fmt::format(
                "error: {}: archive/ledger.jsonl does not say when it became known; it is taken as known "
                "from {}.\n",
                place, to_words(guessed->known_on));
            found.files.push_back(std::move(*guessed));
        }
    }
    std::stable_sort(found.files.begin(), found.files.end(), [](const auto& a, const auto& b) {
        return std::pair(a.known_on, a.run) < std::pair(b.known_on, b.run);
    });
    return found;
}

std::size_t fill(history::History& history, const fs::path& workspace, const plan::Plan& plan,
                 const std::vector<history::FileRecord>& files) {
    std::size_t figures = 0;
    for (auto file = files.begin(); file != files.end();) {
        const Date known_on = file->known_on;
        const int run = file->run;
        std::vector<history::FileContents> batch;
        for (; file != files.end() && file->known_on == known_on && file->run == run; ++file) {
            history::FileContents contents = read_kept(workspace, plan, *file);
            // Read with another plan it may belong elsewhere: then the next run reads it again and puts it there.
            if (contents.file.state != file->state) contents.file.plan_hash.clear();
            contents.file.state = file->state;
            contents.file.stored = file->stored;
            figures += contents.observations.size() + contents.savings.size();
            batch.push_back(std::move(contents));
        }
        history.store(batch);
        history.finish_run(known_on, run);
    }
    for (const auto& [path, hash] : written_outputs(workspace)) history.remember_written({path, hash});
    return figures;
}

}  // namespace

int rebuild(const fs::path& workspace, bool quiet, std::ostream& out, std::ostream& err) {
    require_workspace(workspace);
    const plan::Plan plan = usable_plan(workspace, err).value;
    const intake::Lock lock(workspace);
    const Originals found = find_originals(workspace, err);
    const fs::path place = workspace / "history.db";
    const fs::path made = workspace / ".history-rebuilt.db";
    const fs::path old = workspace / "history.db.old";
    remove_database(made);
    std::size_t figures = 0;
    {
        history::History history(made);
        figures = fill(history, workspace, plan, found.files);
    }
    if (found.any_guessed) add_to_ledger(workspace, found.files);
    if (fs::exists(place)) move_database(place, old);
    move_database(made, place);
    if (!found.any_missing) remove_database(old);
    if (!quiet)
        out << fmt::format("{}: made again from {} {}, {} figures.\n", place.string(), found.files.size(),
                           found.files.size() == 1 ? "file" : "files", figures);
    return found.any_missing || found.any_guessed ? 1 : 0;
}

}  // namespace panelbook::run
