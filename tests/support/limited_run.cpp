#include "support/limited_run.hpp"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "panelbook/intake/files.hpp"

#include "support/folder.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {

namespace {

void limit(int resource, std::uint64_t most) {
    const rlimit both{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    if (setrlimit(static_cast<__rlimit_resource_t>(resource), &both) != 0) _exit(126);
}

void send_to_file(int descriptor, const char* path) {
    if (!freopen(path, "wb", descriptor == STDOUT_FILENO ? stdout : stderr)) _exit(126);
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

bool older_than_sources(const fs::path& program) {
    const fs::file_time_type built = fs::last_write_time(program);
    for (const char* folder : {"src", "include"}) {
        for (const auto& entry : fs::recursive_directory_iterator(source_folder() / folder)) {
            if (entry.is_regular_file() && entry.last_write_time() > built) return true;
        }
    }
    return false;
}

}  // namespace

LimitedRun run_limited(const fs::path& program, const std::vector<std::string>& arguments, const Allowance& allowance) {
    const Folder folder("limited");
    const std::string out = (folder / "out").string();
    const std::string err = (folder / "err").string();
    const std::string path = program.string();
    std::vector<char*> words{const_cast<char*>(path.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);

    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start " + path);
    if (child == 0) {
        send_to_file(STDOUT_FILENO, out.c_str());
        send_to_file(STDERR_FILENO, err.c_str());
        limit(RLIMIT_AS, allowance.address_bytes);
        limit(RLIMIT_CPU, allowance.processor_seconds);
        limit(RLIMIT_CORE, 0);
        execv(path.c_str(), words.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    while (wait4(child, &status, 0, &used) < 0) {
        if (errno != EINTR) throw std::runtime_error("cannot wait for " + path);
    }
    LimitedRun run;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    run.out = intake::read_file(out);
    run.err = intake::read_file(err);
    run.processor_seconds = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return run;
}

fs::path release_program() {
    const char* const given = std::getenv("PANELBOOK_RELEASE_PROGRAM");
    const fs::path program = given ? fs::path(given) : source_folder() / "build/release/panelbook";
    if (!fs::exists(program)) {
        std::cout << "skipped: there is no release build; scripts/demo makes it\n";
        return {};
    }
    if (!given && older_than_sources(program)) {
        std::cout << "skipped: the release build is older than the sources; scripts/demo makes it anew\n";
        return {};
    }
    return program;
}

}  // namespace panelbook::tests
