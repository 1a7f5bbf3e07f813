#include "panelbook/run/last_run.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "panelbook/intake/files.hpp"
#include "panelbook/run/workspace.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

using Json = nlohmann::ordered_json;
using boost::gregorian::days;

template <class Key>
std::string key_of(const std::optional<Key>& value) {
    if (!value) return "";
    if constexpr (std::is_same_v<Key, Date>)
        return to_iso(*value);
    else
        return value->key();
}

Json json_of(const Finding& finding) {
    return {to_word(finding.severity),
            finding.rule,
            finding.where.file,
            finding.where.sheet,
            finding.where.cell ? to_a1(*finding.where.cell) : "",
            finding.message,
            finding.remedy,
            finding.found,
            finding.expected};
}

Finding finding_of(const Json& json) {
    Finding finding;
    const auto text = [&](std::size_t index) { return json.at(index).get<std::string>(); };
    for (const Severity each : {Severity::note, Severity::warning, Severity::error})
        if (text(0) == to_word(each)) finding.severity = each;
    finding.rule = text(1);
    finding.where = {text(2), text(3), parse_a1(text(4))};
    finding.message = text(5);
    finding.remedy = text(6);
    finding.found = text(7);
    finding.expected = text(8);
    return finding;
}

Json json_of(const consolidate::ReturnStatus& one) {
    return {one.source.text, one.organisation, static_cast<int>(one.state), one.reason};
}

consolidate::ReturnStatus return_of(const Json& json) {
    consolidate::ReturnStatus one;
    one.source.text = json.at(0).get<std::string>();
    one.organisation = json.at(1).get<std::string>();
    one.state = static_cast<consolidate::ReturnState>(json.at(2).get<int>());
    one.reason = json.at(3).get<std::string>();
    return one;
}

Json json_of(const consolidate::FileCells& cells) {
    Json states = Json::object();
    for (const auto& [state, count] : cells.states) states[std::to_string(static_cast<int>(state))] = count;
    return {cells.file, cells.hash, states, cells.reasons};
}

consolidate::FileCells cells_of(const Json& json) {
    consolidate::FileCells cells{json.at(0).get<std::string>(), json.at(1).get<std::string>(), {}, {}};
    for (const auto& [state, count] : json.at(2).items())
        cells.states[static_cast<consolidate::CellState>(std::stoi(state))] = count.get<std::size_t>();
    for (const auto& [reason, count] : json.at(3).items()) cells.reasons[reason] = count.get<std::size_t>();
    return cells;
}

template <class Items>
Json list_of(const Items& items) {
    Json list = Json::array();
    for (const auto& each : items) list.push_back(json_of(each));
    return list;
}

bool left_already(const LastRun& last, const intake::Inbox& inbox) {
    return std::all_of(inbox.ready.begin(), inbox.ready.end(), [&](const intake::InboxFile& file) {
        return std::find(last.left.begin(), last.left.end(), std::pair(file.name, file.hash)) != last.left.end();
    });
}

bool same_file(const fs::path& path, const std::string& hash) {
    return fs::is_regular_file(path) && intake::sha256(intake::read_file(path)) == hash;
}

}  // namespace

std::string to_text(const LastRun& last) {
    const Outcome& outcome = last.outcome;
    const Json json = {{"version", PANELBOOK_VERSION},
                       {"plan", last.plan_hash},
                       {"asked as of", last.asked_as_of},
                       {"planned as of", key_of(last.planned_as_of)},
                       {"planned period", key_of(last.planned_period)},
                       {"changes on", key_of(last.changes_on)},
                       {"dashboard hash", last.dashboard_hash},
                       {"left", last.left},
                       {"as of", to_iso(outcome.as_of)},
                       {"period", outcome.period.key()},
                       {"dashboard", outcome.produced.path},
                       {"remark", outcome.produced.remark},
                       {"reasons left",
                        [&] {
                            Json reasons = Json::array();
                            for (const LeftFile& file : outcome.taken.left) reasons.push_back({file.name, file.reason});
                            return reasons;
                        }()},
                       {"findings", list_of(outcome.findings)},
                       {"returns", list_of(outcome.returns)},
                       {"cells", list_of(outcome.cells)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<LastRun> parse_last_run(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("version", "") != PANELBOOK_VERSION) return std::nullopt;
    try {
        const auto word = [&](const char* key) { return json.at(key).get<std::string>(); };
        const auto as_of = parse_iso_date(word("as of"));
        const auto period = parse_period(word("period"));
        if (!as_of || !period) return std::nullopt;
        LastRun last{
            word("plan"),
            json.at("asked as of").get<bool>(),
            parse_iso_date(word("planned as of")),
            parse_period(word("planned period")),
            parse_iso_date(word("changes on")),
            word("dashboard hash"),
            json.at("left").get<std::vector<std::pair<std::string, std::string>>>(),
            {*as_of, *period, {}, {}, {}, {word("dashboard"), word("remark"), word("dashboard hash")}, {}, false}};
        for (const Json& each : json.at("reasons left"))
            last.outcome.taken.left.push_back({each.at(0).get<std::string>(), each.at(1).get<std::string>()});
        for (const Json& each : json.at("findings")) last.outcome.findings.push_back(finding_of(each));
        for (const Json& each : json.at("returns")) last.outcome.returns.push_back(return_of(each));
        for (const Json& each : json.at("cells")) last.outcome.cells.push_back(cells_of(each));
        return last;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::optional<Date> next_change(const plan::Plan& plan, const std::vector<history::FileRecord>& files, Period period,
                                Date as_of) {
    std::optional<Date> next;
    const auto consider = [&](std::optional<Date> day) {
        if (day && *day > as_of && (!next || *day < *next)) next = day;
    };
    for (const plan::Release& each : plan.releases) {
        consider(each.expected_on);
        consider(each.presented_on);
    }
    // A return is overdue, and an edition kept, from the day after.
    for (const plan::Source& each : plan.sources)
        if (each.due_day) consider(period.last_day() + days(*each.due_day + 1));
    for (const plan::Issued& each : plan.issued) {
        consider(each.issued_on);
        consider(each.issued_on + days(1));
    }
    for (const plan::Accepted& each : plan.accepted)
        if (each.until) consider(*each.until + days(1));
    for (const history::FileRecord& each : files) consider(each.known_on);
    return next;
}

std::optional<Outcome> nothing_new(const Options& options, const LastRun& last, const intake::Inbox& inbox) {
    if (!left_already(last, inbox)) return std::nullopt;
    const bool dated = options.as_of || last.planned_as_of || last.asked_as_of;
    const Date as_of = options.as_of.value_or(last.planned_as_of.value_or(today()));
    if (as_of < last.outcome.as_of || (dated && as_of != last.outcome.as_of)) return std::nullopt;
    if (last.changes_on && as_of >= *last.changes_on) return std::nullopt;
    if (chosen_period(options.period, last.planned_period, as_of) != last.outcome.period) return std::nullopt;
    if (!same_file(fs::path(options.workspace) / last.outcome.produced.path, last.dashboard_hash)) return std::nullopt;
    Outcome outcome = last.outcome;
    outcome.nothing_new = true;
    outcome.taken.waiting = inbox.waiting;
    outcome.taken.ignored = inbox.ignored;
    std::erase_if(outcome.taken.left, [&](const LeftFile& file) {
        return std::none_of(inbox.ready.begin(), inbox.ready.end(),
                            [&](const intake::InboxFile& ready) { return ready.name == file.name; });
    });
    return outcome;
}

}  // namespace panelbook::run
