#pragma once

namespace panelbook::report {

/// The axis of a chart.
struct Scale {
    double minimum = 0.0;
    double maximum = 1.0;
    double step = 0.2;  ///< between its round numbers
};

/// Round numbers about `lowest` to `highest`, in 4 to 8 steps. It starts where the data live, at 0 where they come near
/// it; `is_share`: never above 100 unless the data are.
Scale scale_about(double lowest, double highest, bool is_share);

}  // namespace panelbook::report
