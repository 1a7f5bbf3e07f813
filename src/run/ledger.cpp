#include "panelbook/run/ledger.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

using Json = nlohmann::ordered_json;

fs::path place_of_ledger(const fs::path& workspace) {
    return workspace / "archive" / "ledger.jsonl";
}

std::string line_of(const history::FileRecord& file) {
    const Json json = {{"hash", file.hash},
                       {"name", file.name},
                       {"stored", file.stored},
                       {"state", file.state == history::FileState::archived ? "archived" : "rejected"},
                       {"known_on", to_iso(file.known_on)},
                       {"run", file.run}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<history::FileRecord> record_of(const std::string& line) {
    const Json json = Json::parse(line, nullptr, false);
    try {
        history::FileRecord file;
        file.hash = json.at("hash").get<std::string>();
        file.name = json.at("name").get<std::string>();
        file.stored = json.at("stored").get<std::string>();
        file.state = json.at("state").get<std::string>() == "archived" ? history::FileState::archived
                                                                       : history::FileState::rejected;
        const std::optional<Date> known_on = parse_iso_date(json.at("known_on").get<std::string>());
        if (!known_on) return std::nullopt;
        file.known_on = *known_on;
        file.run = json.at("run").get<int>();
        return file;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace

std::vector<history::FileRecord> read_ledger(const fs::path& workspace) {
    std::vector<history::FileRecord> files;
    const fs::path path = place_of_ledger(workspace);
    if (!fs::exists(path)) return files;
    std::map<std::string, std::size_t> places;
    std::istringstream lines(intake::read_file(path));
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        auto file = record_of(line);
        if (!file && lines.peek() == std::istringstream::traits_type::eof()) break;
        if (!file) {
            throw ReadError(
                fmt::format("{}: line {} is damaged. Put the ledger back from a backup.", path.string(), number));
        }
        const auto [place, added] = places.emplace(file->hash, files.size());
        if (added)
            files.push_back(std::move(*file));
        else
            files[place->second] = std::move(*file);
    }
    return files;
}

void add_to_ledger(const fs::path& workspace, const std::vector<history::FileRecord>& files) {
    std::map<std::string, std::string> known;  // by hash
    for (const history::FileRecord& each : read_ledger(workspace)) known[each.hash] = line_of(each);
    std::string added;
    for (const history::FileRecord& each : files) {
        std::string line = line_of(each);
        std::string& before = known[each.hash];
        if (before == line) continue;
        added += line;
        before = std::move(line);
    }
    if (added.empty()) return;
    // Written anew: a ledger is small, and a file that is replaced as a whole is never cut off.
    const fs::path path = place_of_ledger(workspace);
    std::string text = fs::exists(path) ? intake::read_file(path) : "";
    const std::size_t last_line = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
    if (last_line < text.size()) record_of(text.substr(last_line)) ? text.push_back('\n') : text.resize(last_line);
    fs::create_directories(path.parent_path());
    intake::write_file(path, text + added);
}

}  // namespace panelbook::run
