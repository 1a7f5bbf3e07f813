#include "panelbook/run/take.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "panelbook/annotate/annotate.hpp"
#include "panelbook/core/errors.hpp"
#include "panelbook/extract/extract.hpp"
#include "panelbook/intake/files.hpp"
#include "panelbook/intake/store.hpp"
#include "panelbook/run/ledger.hpp"
#include "panelbook/validate/validate.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/sums.hpp"

namespace fs = std::filesystem;

namespace panelbook::run {

namespace {

/// Reads one file's bytes as its source says. Rejected if nothing at all can be read.
history::FileContents read_sent(const std::string& bytes, const std::string& name, const std::string& hash,
                                const plan::Source& source, const plan::Plan& plan, Date known_on, int run) {
    const workbook::Limits limits = source.large ? workbook::Limits::large() : workbook::Limits::normal();
    Checked<workbook::Workbook> book = workbook::read_workbook_bytes(bytes, name, limits);
    history::FileContents contents;
    contents.file = {hash, name, {}, history::FileState::rejected, source.id, known_on, plan.hash, {}, {}, run};
    contents.findings = std::move(book.findings);
    if (book.value.format != workbook::Format::csv) {
        for (const workbook::Sheet& sheet : book.value.sheets) contents.file.sheets.push_back(sheet.name);
    }
    if (!book.value.sheets.empty()) {
        const extract::SentFile file{name, hash};
        Checked<extract::Extract> extract = extract::extract(book.value, source, plan, file);
        const std::vector<workbook::SheetSums> sums = workbook::read_sums(bytes, limits);
        validate::Sent sent{book.value, source, plan, file, extract.value, sums};
        const Findings checks = validate::validate(sent);
        contents.observations = std::move(extract.value.observations);
        contents.savings = std::move(extract.value.savings);
        contents.cells = extract.value.cells.runs();
        contents.file.sign_off = std::move(extract.value.sign_off);
        contents.findings.insert(contents.findings.end(), extract.findings.begin(), extract.findings.end());
        contents.findings.insert(contents.findings.end(), checks.begin(), checks.end());
        if (!extract.value.tables.empty()) contents.file.state = history::FileState::archived;
    }
    sort_findings(contents.findings);
    return contents;
}

std::string place_of(const history::FileRecord& file) {
    return file.state == history::FileState::archived ? intake::archive_place(file.name, file.hash, file.known_on)
                                                      : intake::rejected_place(file.name, file.hash, file.known_on);
}

std::string why_rejected(const history::FileContents& contents) {
    std::string text = fmt::format("{} could not be used: nothing was read from it.\n\n", contents.file.name);
    for (const Finding& finding : contents.findings) text += to_text(finding) + "\n";
    return text + "Put it right and save it in the inbox again.\n";
}

/// What may stand beside a rejected original, for the person who sent it.
constexpr std::array beside_rejected{".findings.txt", ".annotated.xlsx", ".annotated.xlsm"};

/// A workbook that opens, though no table was found in it, goes back with the findings in it.
void write_annotated(const fs::path& workspace, const std::string& bytes, const history::FileContents& contents) {
    const annotate::Annotated copy =
        annotate::annotate(bytes, contents.file.name, contents.findings, workbook::Limits::large());
    if (!copy.why_not_a_copy.empty()) return;
    const fs::path place = workspace / (contents.file.stored + (copy.macros ? ".annotated.xlsm" : ".annotated.xlsx"));
    intake::write_file(place, write::package_bytes(copy.parts));
}

/// Puts the original at its place. The history may say so only afterwards, and only then may any other copy go.
void keep(const fs::path& workspace, const std::string& bytes, history::FileContents& contents) {
    contents.file.stored = place_of(contents.file);
    intake::keep(workspace, contents.file.stored, bytes);
    if (contents.file.state == history::FileState::rejected) {
        intake::write_file(workspace / (contents.file.stored + ".findings.txt"), why_rejected(contents));
        write_annotated(workspace, bytes, contents);
    }
}

void remove_quietly(const fs::path& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
}

Finding unclaimed(const std::string& name) {
    return {Severity::error,
            "file-unclaimed",
            {name, "", {}},
            "No source of the plan claims a file of this name any more.",
            "Put a file pattern that fits on the plan's sheet Sources.",
            "",
            ""};
}

/// What one run reads, to be stored all at once, and the copies that may go when it is.
struct Batch {
    std::vector<history::FileContents> contents;
    std::vector<fs::path> spare_copies;
};

void reread(const fs::path& workspace, const plan::Plan& plan, const history::FileRecord& file, Batch& batch) {
    history::FileContents contents = read_kept(workspace, plan, file);
    keep(workspace, intake::read_file(workspace / file.stored), contents);
    if (contents.file.stored != file.stored) {
        batch.spare_copies.push_back(workspace / file.stored);
        for (const char* ending : beside_rejected) batch.spare_copies.push_back(workspace / (file.stored + ending));
    }
    batch.contents.push_back(std::move(contents));
}

std::optional<std::string> why_left(const intake::InboxFile& file, const extract::Claim& claim) {
    if (file.conflict_copy) {
        return "its name says that it is a copy. Decide which copy counts, give it its proper name, and delete the "
               "other";
    }
    if (claim.ambiguous) {
        return "more than one source of the plan claims this name. Make the file patterns on the sheet Sources differ";
    }
    if (claim.source == nullptr) {
        return claim.nearest.empty()
                   ? std::string("no source of the plan claims this name. Add a file pattern on the sheet Sources")
                   : fmt::format(
                         "no source of the plan claims this name; the nearest is \"{}\". Rename the file, or change "
                         "the file pattern on the sheet Sources",
                         claim.nearest);
    }
    return std::nullopt;
}

void take_file(const fs::path& workspace, const plan::Plan& plan, const history::History& history,
               const intake::InboxFile& file, Date as_of, int run, Taken& taken, Batch& batch) {
    const bool read_already = std::any_of(batch.contents.begin(), batch.contents.end(),
                                          [&](const history::FileContents& one) { return one.file.hash == file.hash; });
    if (read_already || history.file(file.hash)) {
        taken.duplicates.push_back(file.name);
        batch.spare_copies.push_back(file.path);
        return;
    }
    const extract::Claim claim = extract::claim(file.path.filename().string(), plan);
    if (const auto reason = why_left(file, claim)) {
        taken.left.push_back({file.name, *reason});
        return;
    }
    const std::string bytes = intake::read_file(file.path);
    history::FileContents contents = read_sent(bytes, file.name, file.hash, *claim.source, plan, as_of, run);
    keep(workspace, bytes, contents);
    (contents.file.state == history::FileState::archived ? taken.accepted : taken.rejected).push_back(file.name);
    batch.contents.push_back(std::move(contents));
    batch.spare_copies.push_back(file.path);
}

}  // namespace

history::FileContents read_kept(const fs::path& workspace, const plan::Plan& plan, const history::FileRecord& file) {
    const std::string bytes = intake::read_file(workspace / file.stored);
    if (intake::sha256(bytes) != file.hash) {
        throw ReadError(fmt::format("{}: is not the file that was sent: its bytes have changed. Put the original back.",
                                    (workspace / file.stored).string()));
    }
    const extract::Claim claim = extract::claim(fs::path(file.name).filename().string(), plan);
    if (claim.source != nullptr)
        return read_sent(bytes, file.name, file.hash, *claim.source, plan, file.known_on, file.run);
    history::FileContents contents;
    contents.file = file;
    contents.file.source = {};
    contents.file.plan_hash = plan.hash;
    contents.findings = {unclaimed(file.name)};
    return contents;
}

Taken take(const fs::path& workspace, const plan::Plan& plan, history::History& history, const intake::Inbox& inbox,
           Date as_of) {
    Taken taken;
    taken.waiting = inbox.waiting;
    taken.ignored = inbox.ignored;
    Batch batch;
    // Files first known after the as-of are read again too: the plan holds for all of them.
    for (const history::FileRecord& file : history.files(Date(boost::date_time::max_date_time))) {
        if (file.plan_hash == plan.hash) continue;
        reread(workspace, plan, file, batch);
        taken.reread.push_back(file.name);
    }
    // A file under its own name goes before a copy of it with the same bytes.
    std::vector<intake::InboxFile> ready = inbox.ready;
    std::stable_partition(ready.begin(), ready.end(),
                          [](const intake::InboxFile& file) { return !file.conflict_copy; });
    const int run = history.next_run(as_of);
    for (const intake::InboxFile& file : ready) {
        try {
            take_file(workspace, plan, history, file, as_of, run, taken, batch);
        } catch (const ReadError& error) {
            taken.left.push_back({file.name, error.what()});
        }
    }
    std::vector<history::FileRecord> kept = history.files(Date(boost::date_time::max_date_time));
    for (const history::FileContents& each : batch.contents) kept.push_back(each.file);
    add_to_ledger(workspace, kept);
    history.store(batch.contents);
    history.finish_run(as_of, run);
    for (const fs::path& path : batch.spare_copies) remove_quietly(path);
    return taken;
}

}  // namespace panelbook::run
