#include "panelbook/check/workspace.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <ostream>
#include <tuple>
#include <unistd.h>

#include "panelbook/core/errors.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/plan/read.hpp"

namespace fs = std::filesystem;

namespace panelbook::check {

namespace {

/// A folder of its own that is removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "panelbook-check-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw WriteError(name + ": the folder cannot be made.");
        m_path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Opening a history may write beside it, so it is a copy that is opened.
void read_history(const fs::path& database, Workspace& workspace) {
    if (!fs::exists(database)) return;
    const TemporaryFolder folder;
    fs::copy_file(database, folder.path() / "history.db");
    const fs::path unmerged = database.string() + "-wal";
    if (fs::exists(unmerged)) fs::copy_file(unmerged, folder.path() / "history.db-wal");
    const history::History history(folder.path() / "history.db");
    const Date whenever(boost::date_time::max_date_time);
    workspace.files = history.files(whenever);
    workspace.observations = history.observations(whenever);
}

}  // namespace

std::optional<fs::path> plan_beside(const fs::path& file) {
    std::error_code ignored;
    for (fs::path folder = fs::absolute(file).lexically_normal().parent_path();; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "plan.xlsx", ignored)) return folder / "plan.xlsx";
        if (folder == folder.parent_path()) return std::nullopt;
    }
}

Workspace open_workspace(const fs::path& plan, std::ostream& err) {
    Checked<plan::Plan> read = plan::load_plan(plan);
    if (any_error(read.findings)) {
        for (const Finding& finding : read.findings) err << to_text(finding);
        throw UsageError(fmt::format(
            "The plan {} has mistakes, so nothing was checked. Put them right and check again.", plan.string()));
    }
    Workspace workspace;
    workspace.place = plan.string();
    workspace.plan = std::move(read.value);
    workspace.today = workspace.plan.settings.as_of.value_or(boost::gregorian::day_clock::local_day());
    read_history(plan.parent_path() / "history.db", workspace);
    return workspace;
}

validate::Known known_of(const Workspace& workspace, const SourceId& source, const std::string& without) {
    validate::Known known;
    const history::FileRecord* last = nullptr;
    const auto order = [](const history::FileRecord& file) {
        return std::tuple(file.latest.has_value(), file.latest ? file.latest->last_day() : file.known_on, file.known_on,
                          file.run);
    };
    for (const history::FileRecord& file : workspace.files) {
        if (file.source != source || file.hash == without || file.state != history::FileState::archived) continue;
        ++known.files;
        if (last == nullptr || order(*last) < order(file)) last = &file;
    }
    std::map<std::tuple<MeasureId, AreaId, Period>, const history::KnownObservation*> latest;
    for (const history::KnownObservation& one : workspace.observations) {
        if (one.observation.source != source || one.hash == without) continue;
        if (one.observation.value) {
            const history::KnownObservation*& of_key =
                latest[{one.observation.measure, one.observation.area, one.observation.period}];
            if (of_key == nullptr || of_key->known_on <= one.known_on) of_key = &one;
        }
        if (last != nullptr && one.hash == last->hash) known.last_file.push_back(one.observation);
    }
    for (const auto& [key, one] : latest) known.figures.push_back(one->observation);
    return known;
}

FileCheck check_in(const Workspace& workspace, std::string_view bytes, const std::string& name) {
    Against against{&workspace.plan, workspace.place, nullptr, workspace.today};
    const extract::Claim claim = extract::claim(name, workspace.plan);
    if (claim.source == nullptr) return check_file(bytes, name, against);
    const validate::Known known = known_of(workspace, claim.source->id, intake::sha256(bytes));
    against.known = &known;
    return check_file(bytes, name, against);
}

}  // namespace panelbook::check
