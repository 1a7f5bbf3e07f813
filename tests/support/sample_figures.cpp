#include "support/sample_figures.hpp"

#include <filesystem>
#include <stdexcept>

#include "panelbook/extract/extract.hpp"
#include "panelbook/plan/read.hpp"
#include "panelbook/validate/validate.hpp"
#include "panelbook/workbook/read.hpp"

#include "support/folder.hpp"
#include "support/sample_workspace.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {

namespace {

void add(Findings& to, const Findings& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

const Series& SampleFigures::series(const std::string& measure, const std::string& area) const {
    const Series* found = find_series(known.series, MeasureId{measure}, AreaId{area});
    if (found == nullptr) throw std::runtime_error("no series of " + measure + " in " + area);
    return *found;
}

const plan::Measure& SampleFigures::measure(const std::string& id) const {
    const plan::Measure* found = plan.measure(MeasureId{id});
    if (found == nullptr) throw std::runtime_error("no measure " + id);
    return *found;
}

spc::ControlChart SampleFigures::chart(const std::string& id) const {
    return spc::chart_series(series(id), measure(id), plan, *plan.settings.period);
}

compare::Comparison SampleFigures::comparison(const std::string& id, plan::Basis basis) const {
    return compare::compare(series(id), measure(id), basis, *plan.settings.period, plan.settings);
}

SampleFigures read_sample_figures(const std::string& name) {
    const Folder folder("figures-" + name);
    const std::vector<fs::path> written = write_sample(source_folder() / "workbooks" / name / "tables", folder.path());
    SampleFigures sample;
    Checked<plan::Plan> plan = plan::load_plan(folder / "plan.xlsx");
    sample.plan = std::move(plan.value);
    sample.plan_findings = std::move(plan.findings);
    const Date as_of = sample.plan.settings.as_of.value();
    std::vector<history::KnownObservation> observations;
    std::vector<history::KnownSavings> savings;
    std::vector<history::FileRecord> files;
    for (const fs::path& path : written) {
        if (path == "plan.xlsx") continue;
        const std::string file = path.filename().string();
        const extract::Claim claim = extract::claim(file, sample.plan);
        if (claim.source == nullptr) throw std::runtime_error("no source claims " + file);
        sample.claimed.insert(claim.source->id.text);
        const auto book = workbook::read_workbook(folder.path() / path, file, workbook::Limits::normal());
        const std::string hash = file;  // any text that tells the files apart
        const extract::SentFile sent_file{file, hash};
        auto said = extract::extract(book.value, *claim.source, sample.plan, sent_file);
        add(sample.findings, book.findings);
        add(sample.findings, said.findings);
        validate::Sent sent{book.value, *claim.source, sample.plan, sent_file, said.value};
        add(sample.findings, validate::validate(sent));
        history::FileRecord record;
        record.hash = hash;
        record.name = file;
        record.source = claim.source->id;
        record.known_on = as_of;
        record.sign_off = said.value.sign_off;
        record.latest = history::latest_period({record, said.value.observations, said.value.savings, {}});
        files.push_back(record);
        for (const Observation& observation : said.value.observations) {
            observations.push_back({observation, as_of, hash});
            sample.said.push_back(observation);
        }
        for (const SavingsAmount& amount : said.value.savings) savings.push_back({amount, as_of});
    }
    auto consolidated =
        consolidate::consolidate({files, observations, savings, {}}, sample.plan, *sample.plan.settings.period, as_of);
    sample.known = std::move(consolidated.value);
    add(sample.findings, consolidated.findings);
    return sample;
}

}  // namespace panelbook::tests
