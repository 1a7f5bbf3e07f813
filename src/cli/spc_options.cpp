#include "panelbook/cli/spc_options.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>

#include "panelbook/core/errors.hpp"
#include "panelbook/core/text.hpp"

namespace po = boost::program_options;

namespace panelbook::cli {

namespace {

constexpr int least_baseline = 2;
constexpr int least_nhs_baseline = 12;  // ptd_spc() of NHSRplotthedots refuses fewer
constexpr int most_ahead = 60;
constexpr int most_points = 10'000'000;

po::options_description described() {
    po::options_description options;
    options.add_options()                                 //
        ("file", po::value<std::string>())                //
        ("sheet", po::value<std::string>())               //
        ("rules", po::value<std::string>())               //
        ("chart", po::value<std::string>())               //
        ("screen", po::value<std::string>())              //
        ("good", po::value<std::string>())                //
        ("baseline", po::value<std::string>())            //
        ("reset", po::value<std::vector<std::string>>())  //
        ("forecast", po::value<std::string>())            //
        ("format", po::value<std::string>())              //
        ("quiet,q", po::bool_switch());
    return options;
}

std::string did_you_mean(const std::string& word, std::span<const std::string> words) {
    const std::string close = nearest(word, words);
    return close.empty() ? "See panelbook spc --help." : fmt::format("Did you mean {}?", close);
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    const po::options_description options = described();
    po::variables_map values;
    try {
        po::positional_options_description positions;
        positions.add("file", 1);
        constexpr int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
        po::store(po::command_line_parser(arguments).options(options).positional(positions).style(style).run(), values);
        po::notify(values);
    } catch (const po::unknown_option& error) {
        std::vector<std::string> names;
        for (const auto& option : options.options()) names.push_back("--" + option->long_name());
        throw UsageError(fmt::format("There is no option {}. {}", error.get_option_name(),
                                     did_you_mean(error.get_option_name(), names)));
    } catch (const po::too_many_positional_options_error&) {
        throw UsageError("Only one file can be given. Put a file name with blanks in quotes.");
    } catch (const po::error& error) {
        throw UsageError(fmt::format("The options cannot be read: {}. See panelbook spc --help.", error.what()));
    }
    return values;
}

std::optional<std::string> text_of(const po::variables_map& values, const char* option) {
    if (values.count(option) == 0) return std::nullopt;
    return values[option].as<std::string>();
}

/// The place of a word among those an option knows.
std::size_t word_of(const char* option, const std::string& word, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), folded(word));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::vector<std::string> known(words.begin(), words.end());
    throw UsageError(fmt::format("--{} knows no \"{}\", only {}. {}", option, word, fmt::join(words, ", "),
                                 did_you_mean(word, known)));
}

std::size_t whole_number(const char* option, const std::string& text, int least, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
        throw UsageError(
            fmt::format("--{} is a whole number from {} to {}, and not \"{}\".", option, least, most, text));
    return static_cast<std::size_t>(number);
}

void read_baseline(const std::string& text, SpcOptions& options) {
    const auto dots = text.find("..");
    if (dots != std::string::npos) {
        options.baseline_from = trimmed(std::string_view(text).substr(0, dots));
        options.baseline_to = trimmed(std::string_view(text).substr(dots + 2));
        if (options.baseline_from.empty() || options.baseline_to.empty())
            throw UsageError("A baseline by its periods is written FROM..TO: --baseline 2018-04..2019-03.");
        return;
    }
    const int least = options.rules.name == "nhs" ? least_nhs_baseline : least_baseline;
    options.baseline_points = whole_number("baseline", text, least, most_points);
}

SpcReset reset_of(const std::string& text) {
    const auto equals = text.find('=');
    SpcReset reset{std::string(trimmed(text.substr(0, equals))), {}};
    if (equals != std::string::npos) reset.reason = trimmed(std::string_view(text).substr(equals + 1));
    if (reset.period.empty() || reset.reason.empty())
        throw UsageError(fmt::format(
            "--reset \"{}\" needs a period and a reason: --reset \"2019-04=recorded in a new way\".", text));
    return reset;
}

}  // namespace

SpcOptions parse_spc_options(const std::vector<std::string>& arguments) {
    constexpr std::array<std::string_view, 2> on_off{"on", "off"};
    constexpr std::array<std::string_view, 3> goods{"up", "down", "none"};
    constexpr std::array<std::string_view, 3> formats{"text", "csv", "json"};
    const po::variables_map values = parsed(arguments);

    SpcOptions options;
    options.file = text_of(values, "file").value_or("");
    if (options.file.empty()) throw UsageError("Name the file that holds the series: panelbook spc FILE.");
    options.sheet = text_of(values, "sheet").value_or("");
    if (const auto word = text_of(values, "rules"))
        options.rules = *spc::rule_set(spc::rule_set_names()[word_of("rules", *word, spc::rule_set_names())]);
    if (const auto word = text_of(values, "chart"))
        options.chart = static_cast<ChartType>(word_of("chart", *word, chart_type_words()));
    if (const auto word = text_of(values, "screen")) {
        options.rules.screen = word_of("screen", *word, on_off) == 0;
        options.screen_given = true;
    }
    if (const auto word = text_of(values, "good"))
        options.good = std::array{plan::Good::up, plan::Good::down, plan::Good::none}[word_of("good", *word, goods)];
    if (const auto text = text_of(values, "baseline")) read_baseline(*text, options);
    if (values.count("reset") > 0)
        for (const std::string& text : values["reset"].as<std::vector<std::string>>())
            options.resets.push_back(reset_of(text));
    if (const auto text = text_of(values, "forecast"))
        options.forecast = whole_number("forecast", *text, 1, most_ahead);
    if (const auto word = text_of(values, "format"))
        options.format = static_cast<SpcOptions::Format>(word_of("format", *word, formats));
    options.quiet = values["quiet"].as<bool>();
    return options;
}

}  // namespace panelbook::cli
